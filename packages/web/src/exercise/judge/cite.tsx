/** Citing evidence: what is cited already, and choosing more. */
import type { exercise } from '@foedus/kernel';
import { useState, type ReactNode } from 'react';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Field } from '../../parts/field.tsx';
import { Tag } from '../../parts/tag.tsx';
import { useSay } from '../../text/speak.ts';
import { elapsedInDigits } from '../time.ts';
import { evidenceId, type Citable } from './evidence.ts';
import { useCitables } from './use-citables.ts';
import { say } from './words.ts';

type Evidence = readonly exercise.Evidence[];

/** How many are listed at once. */
const LISTED = 40;

/** Evidence in words; what one does not see any more is named by its id. */
export function EvidenceList({
  citables,
  of,
  remove,
}: {
  readonly of: Evidence;
  readonly citables: readonly Citable[];
  readonly remove?: (id: string) => void;
}): ReactNode {
  const told = useSay(say);
  return (
    <ul className="evidence">
      {of.map((each) => {
        const id = evidenceId(each);
        const found = citables.find((one) => one.id === id);
        const says = found?.says ?? id;
        return (
          <li key={id} data-evidence={id}>
            <Tag>{told(`of-${each.of}`)}</Tag> {found && <time>{elapsedInDigits(found.elapsed)}</time>}{' '}
            <span lang="">{says}</span>{' '}
            {remove && (
              <Button
                sign
                weight="quiet"
                aria-label={told('evidence-remove', { what: says })}
                onPress={() => remove(id)}
              >
                ×
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** Choosing what something rests on. */
export function Cite({
  evidence,
  onChange,
}: {
  readonly evidence: Evidence;
  readonly onChange: (evidence: Evidence) => void;
}): ReactNode {
  const told = useSay(say);
  const [opened, setOpened] = useState(0);
  const [open, setOpen] = useState(false);
  const citables = useCitables(String(opened));
  const remove = (id: string): void => onChange(evidence.filter((each) => evidenceId(each) !== id));
  return (
    <div className="stack">
      <p className="field-label">{told('evidence')}</p>
      {evidence.length === 0 ? (
        <p className="soft">{told('evidence-none')}</p>
      ) : (
        <EvidenceList of={evidence} citables={citables} remove={remove} />
      )}
      <div>
        <Button
          onPress={() => {
            setOpened(opened + 1);
            setOpen(true);
          }}
        >
          {told('evidence-add')}
        </Button>
      </div>
      {open && (
        <Chooser citables={citables} evidence={evidence} onChange={onChange} onClose={() => setOpen(false)} />
      )}
    </div>
  );
}

function Chooser({
  citables,
  evidence,
  onChange,
  onClose,
}: {
  readonly citables: readonly Citable[];
  readonly evidence: Evidence;
  readonly onChange: (evidence: Evidence) => void;
  readonly onClose: () => void;
}): ReactNode {
  const told = useSay(say);
  const [wanted, setWanted] = useState('');
  const plain = (text: string): string => text.normalize('NFKC').toLowerCase();
  const words = plain(wanted).split(/\s+/);
  const found = citables.filter(({ says }) => words.every((word) => plain(says).includes(word)));
  const cited = new Set(evidence.map(evidenceId));
  return (
    <Dialog
      form
      title={told('evidence-title')}
      isOpen
      onClose={onClose}
      actions={
        <Button weight="main" onPress={onClose}>
          {told('evidence-done')}
        </Button>
      }
    >
      <Field label={told('evidence-find')} value={wanted} onChange={setWanted} type="search" autoFocus />
      {found.length === 0 && <p className="soft">{told('evidence-nothing')}</p>}
      <ul className="plain-list citables">
        {found.slice(0, LISTED).map(({ elapsed, evidence: each, id, says }) => (
          <li key={id}>
            <label className="citable">
              <input
                type="checkbox"
                checked={cited.has(id)}
                onChange={({ currentTarget }) =>
                  onChange(
                    currentTarget.checked
                      ? [...evidence, each]
                      : evidence.filter((other) => evidenceId(other) !== id),
                  )
                }
              />
              <Tag>{told(`of-${each.of}`)}</Tag>
              <time>{elapsedInDigits(elapsed)}</time>
              <span lang="">{says}</span>
            </label>
          </li>
        ))}
      </ul>
      {found.length > LISTED && (
        <p className="soft">{told('evidence-more', { count: found.length - LISTED })}</p>
      )}
    </Dialog>
  );
}
