import type { ReactNode } from 'react';

interface Props {
  readonly caption: string;
  /** The caption is spoken only, where a heading above says the same. */
  readonly quiet?: boolean;
  readonly heads: readonly ReactNode[];
  readonly children: ReactNode;
}

/** A table that scrolls sideways within its frame when it is wider than the page. */
export function Table({ caption, quiet = false, heads, children }: Props): ReactNode {
  return (
    // A region that scrolls has to be reached by the keyboard.
    <div className="table-frame" role="region" aria-label={caption} tabIndex={0}>
      <table className="table">
        <caption className={quiet ? 'unseen' : 'caption'}>{caption}</caption>
        <thead>
          <tr>
            {heads.map((head, index) => (
              // The heads of a table never change places.
              <th key={index} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
