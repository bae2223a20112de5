import { nameOf, type Arrangement } from '@foedus/kernel';
import type { CSSProperties, ReactNode } from 'react';
import { rankOf } from '../../parts/tag.tsx';
import { useSay, useText } from '../../text/speak.ts';
import { say as words } from '../../text/words.ts';
import { colourOfActor } from '../parties.ts';
import { say } from '../words.ts';
import type { Fate } from './fates.ts';
import type { ActorNode, MapNode, OutcomeNode } from './graph.ts';

export interface NodeState {
  readonly dissents: boolean;
  readonly chosen: boolean;
  /** It has nothing to do with what is chosen. */
  readonly aside: boolean;
  readonly fate?: Fate | undefined;
}

interface Props<N extends MapNode> {
  readonly arrangement: Arrangement;
  readonly node: N;
  readonly state: NodeState;
  readonly onPress: () => void;
  readonly style: CSSProperties | undefined;
}

function Actor({ arrangement, node, state, onPress, style }: Props<ActorNode>): ReactNode {
  const told = useSay(say);
  const text = useText();
  const isBody = arrangement.bodies.has(node.id);
  const colour = colourOfActor(arrangement, node.id) ?? 'joint';
  return (
    <button
      type="button"
      data-node={node.id}
      className={`node actor party-${colour}${isBody ? ' body-node' : ''}${state.aside ? ' aside' : ''}`}
      aria-pressed={state.dissents}
      style={style}
      onClick={onPress}
    >
      <span className="node-name">{text(nameOf(arrangement, node.id))}</span>
      <span className="node-note">{state.dissents ? told('dissents') : isBody ? told('body') : ''}</span>
    </button>
  );
}

function OutcomeBox({ arrangement, node, state, onPress, style }: Props<OutcomeNode>): ReactNode {
  const told = useSay(say);
  const word = useSay(words);
  const text = useText();
  const { kind, on } = node.outcome;
  const { fate } = state;
  const hit = fate && fate.before !== fate.now;
  return (
    <button
      type="button"
      data-node={node.id}
      className={`node outcome${state.chosen ? ' chosen' : ''}${state.aside ? ' aside' : ''}${hit ? ` hit-${fate.now}` : fate?.now === 'none' ? ' cannot' : ''}`}
      aria-pressed={state.chosen}
      style={style}
      onClick={onPress}
    >
      <span className={`node-kind voice-${rankOf(kind)}`}>{word(`kind-${kind}`)}</span>
      <span className="node-name">{text(nameOf(arrangement, on))}</span>
      {fate && (hit || fate.now !== 'every') && (
        <span className="node-fate">{told(hit ? `falls-${fate.now}` : `is-${fate.now}`)}</span>
      )}
    </button>
  );
}

export function Node({ node, ...rest }: Props<MapNode>): ReactNode {
  return node.type === 'actor' ? <Actor node={node} {...rest} /> : <OutcomeBox node={node} {...rest} />;
}
