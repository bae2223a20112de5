import { describeRefusal, parseWhen, type Arrangement } from '@foedus/kernel';
import type { ReactNode } from 'react';
import { useLoaded } from '../../api/use-loaded.ts';
import { askWorker } from '../../engine/ask.ts';
import { openAll } from '../../engine/library.ts';
import { Condition, Failure, Loading } from '../../parts/condition.tsx';
import { Field } from '../../parts/field.tsx';
import { Select } from '../../parts/select.tsx';
import { useSay, useText } from '../../text/speak.ts';
import { frameOf } from '../explorer/looking.ts';
import type { ViewProps } from '../explorer/view.ts';
import { Matrix } from '../voice/matrix.tsx';
import { VoiceScale } from '../voice/voice-scale.tsx';
import { say } from '../words.ts';
import { ChangeList } from './change-list.tsx';

function Compared({
  props,
  other,
}: {
  readonly props: ViewProps;
  readonly other: { readonly kept: string; readonly arrangement: Arrangement };
}): ReactNode {
  const { arrangement, kept, looking } = props;
  const told = useSay(say);
  const text = useText();
  const frame = frameOf(looking);
  const otherAt = looking.otherAt ?? looking.at;
  const itself = other.kept === kept;
  // Readings and conditions are of one arrangement: assumed of another, they mean nothing.
  const otherFrame = itself ? { ...frame, at: otherAt } : { at: otherAt };
  const [loaded, again] = useLoaded(JSON.stringify([kept, frame, other.kept, otherFrame]), () =>
    askWorker('voices', { left: { key: kept, frame }, right: { key: other.kept, frame: otherFrame } }),
  );
  if (loaded.state === 'loading') return <Loading />;
  if (loaded.state === 'failed') return <Failure problem={loaded.problem} again={again} />;
  if (!loaded.value.ok) return <p>{text(describeRefusal(loaded.value.refusal))}</p>;
  const name = (of: Arrangement, at: string): string => `${text(of.name)}, ${at}`;
  return (
    <>
      <VoiceScale />
      <Matrix
        left={{ arrangement, name: name(arrangement, looking.at) }}
        right={{ arrangement: other.arrangement, name: name(other.arrangement, otherAt) }}
        rows={loaded.value.value}
        caption={told('compare-caption')}
      />
      {itself && <ChangeList arrangement={arrangement} kept={kept} from={otherFrame} to={frame} />}
    </>
  );
}

/** The arrangement beside another, or beside itself on another day. */
export function CompareView(props: ViewProps): ReactNode {
  const { arrangement, kept, looking, change } = props;
  const told = useSay(say);
  const text = useText();
  const [loaded, again] = useLoaded('all', openAll);
  if (loaded.state === 'loading') return <Loading />;
  if (loaded.state === 'failed') return <Failure problem={loaded.problem} again={again} />;
  const others = loaded.value.flatMap(({ key, read }) =>
    read.ok && read.value.id !== arrangement.id ? [{ kept: key, arrangement: read.value }] : [],
  );
  const choices = [{ kept, arrangement }, ...others];
  const other = choices.find((each) => each.arrangement.id === (looking.other ?? arrangement.id));
  return (
    <div className="stack view">
      <p className="soft">{told('compare-lead')}</p>
      <div className="compare-choice screen-only">
        <Select
          label={told('compare-with')}
          chosen={looking.other ?? arrangement.id}
          onChoose={(id) => change({ other: id === arrangement.id ? undefined : id })}
          options={choices.map((each) => ({
            id: each.arrangement.id,
            label: each.kept === kept ? told('compare-itself') : text(each.arrangement.name),
          }))}
        />
        <Field
          type="date"
          label={told('compare-at')}
          value={looking.otherAt ?? looking.at}
          onChange={(value) => {
            const when = parseWhen(value);
            if (when) change({ otherAt: when.day });
          }}
        />
      </div>
      {other ? (
        <Compared props={props} other={other} />
      ) : (
        <Condition sign="∅" title={told('compare-unknown')} />
      )}
    </div>
  );
}
