/** Whether a questionnaire may be answered so. */
import type { AskedQuestion } from '../scenario/model.ts';
import type { ExerciseCommand, Participant } from './model.ts';
import { refuse, type ExerciseRefusal } from './refusal.ts';
import type { Stage } from './stage.ts';

export function refuseQuestionnaire(
  { scenario }: Stage,
  { answers, questionnaire: id }: Extract<ExerciseCommand, { readonly type: 'answer' }>,
  { cell, role }: Participant,
): ExerciseRefusal | undefined {
  const questionnaire = scenario.questionnaires.get(id);
  if (!questionnaire) return refuse('unknown-questionnaire', id);
  const { questions, to } = questionnaire;
  if (!to.includes(role) && !(cell !== undefined && to.includes(cell))) return refuse('not-asked', id);
  const wrong = Object.entries(answers).find(([question, answer]) => {
    const asked = questions.find((each) => each.id === question);
    return !asked || !answersTo(asked, answer);
  });
  return wrong && refuse('wrong-answer', wrong[0]);
}

function answersTo(question: AskedQuestion, answer: string): boolean {
  switch (question.type) {
    case 'text':
      return true;
    case 'scale':
      return /^[1-5]$/.test(answer);
    case 'choice':
      return question.of.some(({ id }) => id === answer);
  }
}
