/** Lists of names in one cell: `SOC, IT Ops`. A name with a separator in it stands in double quotes, as in CSV (RFC 4180). */

const SEPARATORS = /[\n;,/、，；／]/;

export function splitNames(text: string): string[] {
  const names: string[] = [];
  let name = '';
  let quoted = false;
  let rest = text;
  const end = (): void => {
    const plain = quoted ? name : name.replaceAll(/\s+/g, ' ').trim();
    if (plain !== '') names.push(plain);
    [name, quoted] = ['', false];
  };
  while (rest !== '') {
    const whole: RegExpExecArray | null =
      name.trim() === '' && !quoted ? /^"((?:[^"]|"")*)"(?=\s*(?:[\n;,/、，；／]|$))/.exec(rest) : null;
    if (whole) {
      [name, quoted] = [whole[1]!.replaceAll('""', '"'), true];
      rest = rest.slice(whole[0].length);
    } else {
      const char = rest[0]!;
      if (SEPARATORS.test(char)) end();
      else if (!quoted) name += char;
      rest = rest.slice(1);
    }
  }
  end();
  return [...new Set(names)];
}

export function joinNames(names: readonly string[]): string {
  return names
    .map((name) =>
      SEPARATORS.test(name) || name.includes('"') || name !== name.replaceAll(/\s+/g, ' ').trim()
        ? `"${name.replaceAll('"', '""')}"`
        : name,
    )
    .join('; ');
}
