/** Where Chromium is: what `CHROMIUM` names, or where Debian puts it. */
import { existsSync } from 'node:fs';

const PLACES = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];

/** `undefined`: there is none. */
export function findChromium(): string | undefined {
  return [process.env['CHROMIUM'] ?? [], PLACES].flat().find((path) => existsSync(path));
}
