/** A real server for the tests of the room: a demonstration on a data folder, until it is killed. Its address is its first line. */
import { readConfig, startServer } from '@foedus/server';

const [data = '', port = '0', pages = '', arrangements = ''] = process.argv.slice(2);
const config = readConfig(
  { data, port, pages, arrangements, demo: true, rateLimit: 1_000_000, log: 'error' },
  {},
);
if (!config.ok) throw new Error(config.faults.map(({ says }) => says.en).join('\n'));
const { url } = await startServer(config.value);
console.log(url);
