import { useState, type ReactNode } from 'react';

export interface Branch {
  readonly id: string;
  readonly label: ReactNode;
  readonly parts: readonly Branch[];
}

function Node({ branch }: { readonly branch: Branch }): ReactNode {
  const [open, setOpen] = useState(true);
  if (branch.parts.length === 0) return <li className="tree-leaf">{branch.label}</li>;
  return (
    <li className="tree-branch">
      <button type="button" className="tree-toggle" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span aria-hidden="true" className="tree-sign">
          {open ? '▾' : '▸'}
        </span>
        {branch.label}
      </button>
      {open && <Tree branches={branch.parts} />}
    </li>
  );
}

/** What consists of parts, which consist of parts. */
export function Tree({ branches }: { readonly branches: readonly Branch[] }): ReactNode {
  return (
    <ul className="tree">
      {branches.map((branch) => (
        <Node key={branch.id} branch={branch} />
      ))}
    </ul>
  );
}
