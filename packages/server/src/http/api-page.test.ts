/** docs/api.md is what the server says of itself; `npx -c 'vitest run packages/server/src/http/api-page.test.ts -u'` makes it anew. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { apiPage, type OpenApi } from './testing/api-page.ts';
import { served, type Served } from './testing/served.ts';
import { workedExample } from './testing/worked-example.ts';

let server: Served;
let document: OpenApi & { readonly openapi: string };
beforeAll(async () => {
  server = await served({ demo: false });
  const answer = await server.app.inject({ url: '/api/openapi.json', headers: { host: '127.0.0.1:4730' } });
  document = answer.json();
});
afterAll(() => server.close());

test('the example runs from opening to closing, and the page says what it was answered', async () => {
  const { statuses, text } = await workedExample();
  expect(statuses).toEqual([200, 422, 200, 200, 200, 200, 200, 200, 200]);
  await expect(apiPage(document, text)).toMatchFileSnapshot('../../../../docs/api.md');
});

test('every address is described: what it is for, what it takes, and that it may answer with a problem', () => {
  expect(document.openapi).toBe('3.1.0');
  for (const [path, methods] of Object.entries(document.paths))
    for (const [method, operation] of Object.entries(methods)) {
      expect(operation.summary, `${method} ${path}`).toBeTruthy();
      expect(operation.tags, `${method} ${path}`).toHaveLength(1);
      expect(Object.keys(operation.responses ?? {}), `${method} ${path}`).toContain('4XX');
    }
});
