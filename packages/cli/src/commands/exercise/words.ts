/** What `foedus exercise` says. */
import { catalogue } from '@foedus/kernel/text';
import en from '../../messages/exercise.en.json' with { type: 'json' };
import ja from '../../messages/exercise.ja.json' with { type: 'json' };
import ko from '../../messages/exercise.ko.json' with { type: 'json' };

export const EXERCISE_MESSAGES = { en, ko, ja };
export const sayExercise = catalogue(EXERCISE_MESSAGES);
export type ExerciseKey = keyof typeof en;
