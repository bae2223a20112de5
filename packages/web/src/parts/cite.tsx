import type { Arrangement, Citation } from '@foedus/kernel';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { useSay, useText } from '../text/speak.ts';
import { say } from '../text/words.ts';

/** `W32`, `public`, `A A14`: a place that begins with its source's id names both. */
function nameOfPlace({ source, at }: Citation): string {
  return at === undefined ? source : at.startsWith(source) ? at : `${source} ${at}`;
}

/** Where a rule comes from: a click shows the source, the place in it and its words. */
export function Cite({
  arrangement,
  place,
  citations,
}: {
  readonly arrangement: Arrangement;
  readonly place: string;
  /** All at that place. */
  readonly citations: readonly Citation[];
}): ReactNode {
  const word = useSay(say);
  const text = useText();
  const { source: id, at } = citations[0]!;
  const source = arrangement.sources.get(id);
  return (
    <DialogTrigger>
      <Button className="cite" aria-label={word('source-of', { place })}>
        {place}
      </Button>
      <Popover className="popover cite-popover">
        <Dialog className="cite-body" aria-label={word('source-of', { place })}>
          <p className="cite-title">{source ? text(source.title) : id}</p>
          <p className="soft">
            {source && word(`source-${source.kind}`)}
            {at !== undefined && ` · ${at}`}
          </p>
          {citations.map(
            ({ quote }) =>
              quote !== undefined && (
                // A quote is in the language of its source, whichever that is.
                <blockquote key={quote} className="quote" lang="">
                  {quote}
                </blockquote>
              ),
          )}
          {source?.address !== undefined && /^https?:/.test(source.address) && (
            <a href={source.address} rel="noreferrer" target="_blank">
              {source.address}
            </a>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

export function Cites({
  arrangement,
  citations,
}: {
  readonly arrangement: Arrangement;
  readonly citations: readonly Citation[];
}): ReactNode {
  return (
    <span className="cites">
      {[...Map.groupBy(citations, nameOfPlace)].map(([place, there]) => (
        <Cite key={place} arrangement={arrangement} place={place} citations={there} />
      ))}
    </span>
  );
}
