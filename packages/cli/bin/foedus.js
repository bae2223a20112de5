#!/usr/bin/env node
import { enableCompileCache } from 'node:module';

if (Number(process.versions.node.split('.')[0]) < 26) {
  process.stderr.write(
    `foedus needs Node 26; this is ${process.version}. In a clone use: npm run foedus -- <command>\n`,
  );
  process.exitCode = 2;
} else {
  enableCompileCache();
  // A reader that has seen enough, such as `head`, is no error.
  process.stdout.on('error', (error) => {
    if (error.code !== 'EPIPE') throw error;
  });
  const { main } = await import('../src/main.ts');
  process.exitCode = await main(process.argv.slice(2));
}
