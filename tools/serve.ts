/** The built pages from a real server, a demonstration at any free port: for tests in a browser and for pictures. */
import { join } from 'node:path';
import { startServer, type Started } from '@foedus/server';

const ROOT = join(import.meta.dirname, '..');

/** `data`: a folder that it may fill. */
export function serve(data: string): Promise<Started> {
  return startServer({
    host: '127.0.0.1',
    port: 0,
    data,
    demo: true,
    arrangements: join(ROOT, 'arrangements'),
    scenarios: join(ROOT, 'scenarios'),
    pages: join(ROOT, 'packages/web/dist/site'),
    rateLimit: 1_000_000,
    log: 'error',
  });
}
