/** Commits to a data folder until it can't, and tells what was acknowledged, what failed, and what reading gives then. */
import type { StoreError } from '../fault.ts';
import { openSqlite } from '../sqlite.ts';

const store = await openSqlite(process.argv[2]!);
const row = new Uint8Array(50_000).fill(7);
let acknowledged = 0;
let code = '';
while (code === '') {
  try {
    await store.commit({ appends: [{ stream: 's', at: 'end', rows: [row] }] });
    acknowledged += 1;
  } catch (error) {
    code = (error as StoreError).code;
  }
}
let reading = 'ok';
try {
  await store.length('s');
} catch (error) {
  reading = (error as StoreError).code;
}
await store.close();
console.log(JSON.stringify({ acknowledged, code, reading }));
