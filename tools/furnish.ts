/** A consultation in which something of every kind has been said already. */

const PARTIES = { to: 'parties', parties: ['rok', 'us'] } as const;

export async function post<T>(url: string, body: unknown): Promise<T> {
  const isFile = body instanceof Blob;
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': isFile ? body.type : 'application/json' },
    body: isFile ? body : JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${url}: ${await response.text()}`);
  return (await response.json()) as T;
}

/** Gives its id. */
export async function furnish(server: string): Promise<string> {
  const open = {
    type: 'open',
    key: 'open',
    seat: 'rok-presidency',
    office: 'rok-president',
    arrangement: 'rok-us',
    frame: { at: '2025-01-01' },
    matters: ['nuclear-release', 'kill-chain'],
  };
  const { id } = await post<{ id: string }>(`${server}/api/v1/cases`, { kind: 'live', open });
  const as = (seat: string): string => `${server}/api/v1/cases/${id}/as/seat:${seat}`;
  let said = 0;
  const say = async (seat: string, command: Readonly<Record<string, unknown>>): Promise<string> => {
    said += 1;
    const sent = { key: `said-${said}`, marking: PARTIES, ...command };
    return (await post<{ id: string }>(`${as(seat)}/commands`, sent)).id;
  };
  const rok = { office: 'rok-president' };
  const us = { office: 'us-president' };
  const document = await post<object>(
    `${as('rok-presidency')}/documents`,
    new Blob(['notional'], { type: 'text/plain' }),
  );
  await say('rok-presidency', {
    ...rok,
    type: 'request',
    on: 'nuclear-release',
    to: 'us-president',
    text: '정상 간 협의를 요청합니다.',
    within: 3600,
  });
  const consulted = await say('us-presidency', {
    ...us,
    type: 'consult',
    on: 'nuclear-release',
    to: 'rok-president',
    text: '一時間以内に協議できる。',
  });
  const position = await say('rok-presidency', {
    ...rok,
    type: 'position',
    about: consulted,
    text: '모든 대응은 사전에 협의되어야 합니다.',
    document: { ...document, title: '요약.txt' },
    relyingOn: { readings: { 'kaoc-part': 'presence' } },
  });
  await say('us-presidency', { ...us, type: 'reserve', about: position, text: '留保する。' });
  const decided = await say('rok-presidency', { ...rok, type: 'decide', on: 'kill-chain' });
  await say('us-presidency', { ...us, type: 'object', about: decided, text: '首脳の協議が先である。' });
  return id;
}
