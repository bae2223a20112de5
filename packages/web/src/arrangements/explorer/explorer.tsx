import type { Arrangement } from '@foedus/kernel';
import type { ReactNode } from 'react';
import { Tabs } from '../../parts/tabs.tsx';
import { VIEWS, type View } from '../../place/place.ts';
import { useSay, useText } from '../../text/speak.ts';
import { say as words } from '../../text/words.ts';
import { ClaimsView } from '../claims/claims-view.tsx';
import { CompareView } from '../compare/compare-view.tsx';
import { ContinuityView } from '../continuity/continuity-view.tsx';
import { ControlView } from '../control/control-view.tsx';
import { MapView } from '../map/map-view.tsx';
import { RulesView } from '../rules/rules-view.tsx';
import { TimeSlider } from '../time/time-slider.tsx';
import { VoiceView } from '../voice/voice-view.tsx';
import { say } from '../words.ts';
import { queryOf } from './looking.ts';
import { useLooking } from './use-looking.ts';
import type { ViewProps } from './view.ts';

const SHOWN: Readonly<Record<Exclude<View, 'edit'>, (props: ViewProps) => ReactNode>> = {
  map: MapView,
  voice: VoiceView,
  control: ControlView,
  continuity: ContinuityView,
  compare: CompareView,
  claims: ClaimsView,
  rules: RulesView,
};

/** An arrangement to explore: a day, a set of assumptions, and several ways to look. */
export function Explorer({
  arrangement,
  kept,
  view,
}: {
  readonly arrangement: Arrangement;
  readonly kept: string;
  readonly view: Exclude<View, 'edit'>;
}): ReactNode {
  const told = useSay(say);
  const word = useSay(words);
  const text = useText();
  const [looking, change] = useLooking(arrangement);
  const Shown = SHOWN[view];
  const name = text(arrangement.name);
  return (
    <div className="explorer">
      <title>{`${name} · ${told(`view-${view}`)} · ${word('product')}`}</title>
      <div className="explorer-head">
        <h1>{name}</h1>
        <p className="soft explorer-at">{told('as-of', { at: looking.at })}</p>
      </div>
      <TimeSlider arrangement={arrangement} at={looking.at} change={change} />
      <div className="screen-only">
        <Tabs
          label={told('views')}
          query={queryOf(looking)}
          tabs={VIEWS.map((each) => ({
            label: told(`view-${each}`),
            to: { name: 'arrangement', id: arrangement.id, view: each },
            current: each === view,
          }))}
        />
      </div>
      <Shown arrangement={arrangement} kept={kept} looking={looking} change={change} />
    </div>
  );
}
