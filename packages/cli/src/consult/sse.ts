/** Server-sent events (WHATWG HTML, 9.2) as a server of ours writes them: one `data` line each, lines ended by LF. */

export interface ServerEvent {
  readonly event: string;
  readonly id: string;
  readonly data: string;
}

export async function* eventsOf(body: AsyncIterable<Uint8Array>): AsyncIterable<ServerEvent> {
  const decoder = new TextDecoder();
  let buffer = '';
  for await (const chunk of body) {
    buffer += decoder.decode(chunk, { stream: true });
    const blocks = buffer.split('\n\n');
    buffer = blocks.pop()!;
    for (const block of blocks) {
      const fields = new Map(block.split('\n').map((line) => line.split(/: ?(.*)/s, 2) as [string, string]));
      const data = fields.get('data');
      if (data !== undefined)
        yield { event: fields.get('event') ?? 'message', id: fields.get('id') ?? '', data };
    }
  }
}
