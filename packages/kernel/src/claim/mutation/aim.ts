/** What a check asks about. */
import { splitAct } from '../../arrangement/act.ts';
import type { Day } from '../../arrangement/date.ts';
import type { Asked, Check, Measure } from '../model.ts';
import type { Aim } from './model.ts';

/** Names of other arrangements may be among the actors and matters: whoever uses an aim passes over what is not there. */
export function aimOf(check: Check): Aim {
  switch (check.type) {
    case 'extent':
    case 'survives':
    case 'voice':
      return questionAim(check.asked);
    case 'sets': {
      const aim = questionAim(check.asked);
      return { ...aim, actors: [...aim.actors, ...check.expect.flat()] };
    }
    case 'compare':
      return joined([measureAim(check.left), measureAim(check.right)]);
    case 'trend':
      return { ...measureAim(check.measure), days: check.at.map(({ day }) => day) };
    case 'stands':
      return { actors: check.who, matters: [], days: [] };
    case 'absent': {
      const outcome = splitAct(check.outcome);
      return {
        actors: named([outcome?.by, outcome?.to]),
        matters: named([outcome?.on]),
        days: [check.at.day],
      };
    }
  }
}

function questionAim({ frame, question }: Asked): Aim {
  const who = 'who' in question ? question.who : undefined;
  const by = 'by' in question ? question.by : undefined;
  const outcome = 'outcome' in question ? question.outcome : undefined;
  const on = 'on' in question ? question.on : outcome?.on;
  return { actors: named([who, by, outcome?.by, outcome?.to]), matters: named([on]), days: [frame.at] };
}

function measureAim(measure: Measure): Aim {
  const days: readonly Day[] = 'frame' in measure ? [measure.frame.at] : [];
  return {
    actors: named(['who' in measure ? measure.who : undefined]),
    matters: named(['on' in measure ? measure.on : undefined]),
    days,
  };
}

function joined(aims: readonly Aim[]): Aim {
  const all = <T>(pick: (aim: Aim) => readonly T[]): readonly T[] => [...new Set(aims.flatMap(pick))];
  return {
    actors: all((aim) => aim.actors),
    matters: all((aim) => aim.matters),
    days: all((aim) => aim.days),
  };
}

function named(ids: readonly (string | undefined)[]): readonly string[] {
  return ids.filter((id) => id !== undefined);
}
