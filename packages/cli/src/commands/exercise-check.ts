/** `foedus exercise check`: reads scenarios and looks them over before they are played. */
import { exercise } from '@foedus/kernel';
import { EXIT, type Exit } from '../exit.ts';
import { library } from '../load/library.ts';
import { arrangementNamed, scenariosAt } from '../load/scenarios.ts';
import { say } from '../messages.ts';
import { faultJson, printFaults } from '../output/faults.ts';
import { printJson } from '../output/json.ts';
import { showPlace } from '../output/place.ts';
import type { ExerciseCheckOutput } from '../schema/exercise-check.ts';
import type { Shell } from '../shell.ts';
import { sayExercise } from './exercise/words.ts';

/** Checks the scenarios at the paths, or all that are known. */
export function checkScenarios(
  shell: Shell,
  paths: readonly string[],
  options: { readonly json?: boolean },
): Exit {
  const shelf = library(shell.cwd);
  const arrangementOf = arrangementNamed(shelf);
  const read = scenariosAt(shell.cwd, paths).map(({ root }) => ({
    root,
    result: exercise.readScenario(root, shelf.files, arrangementOf),
  }));
  const scenarios = read.flatMap(({ result, root }) => {
    const arrangement = result.ok ? arrangementOf(result.value.arrangement) : undefined;
    if (!result.ok || !arrangement) return [];
    return [{ scenario: result.value, root, findings: exercise.examine(result.value, arrangement, root) }];
  });
  const faults = read.flatMap(({ result }) => (result.ok ? [] : result.faults));
  const problems = scenarios.flatMap(({ findings }) => findings.filter(exercise.isProblem));
  if (options.json) {
    const output: ExerciseCheckOutput = {
      scenarios: scenarios.map(({ findings, root, scenario }) => ({
        id: scenario.id,
        file: root,
        arrangement: scenario.arrangement,
        at: scenario.at,
        injects: scenario.injects.size,
        findings: findings.map((each) => ({
          code: each.code,
          problem: exercise.isProblem(each),
          place: each.place,
          message: exercise.describeFinding(each),
        })),
      })),
      faults: faults.map(faultJson),
    };
    printJson(shell, output);
  } else for (const each of scenarios) printScenario(shell, each.scenario, each.findings);
  printFaults(shell, faults);
  if (faults.length > 0) shell.err.print(say('input-has-errors', { count: faults.length })[shell.lang]);
  return faults.length > 0 ? EXIT.input : problems.length > 0 ? EXIT.fails : EXIT.ok;
}

/** What a scenario is, then a line for each finding, which editors can follow to its place. */
function printScenario(
  { lang, out }: Shell,
  { arrangement, at, id, injects, name }: exercise.Scenario,
  findings: readonly exercise.ScenarioFinding[],
): void {
  const title = name[lang] ?? Object.values(name)[0] ?? id;
  const about = sayExercise('about', { id, arrangement, at, injects: injects.size })[lang];
  out.print(`${out.style('bold', title)}  ${out.style('dim', about)}`);
  for (const finding of findings) {
    const problem = exercise.isProblem(finding);
    const kind = sayExercise(problem ? 'problem' : 'gap')[lang];
    const code = out.style(problem ? 'red' : 'yellow', `${kind}[${finding.code}]`);
    out.print(`  ${showPlace(finding.place)}: ${code}: ${exercise.describeFinding(finding)[lang]}`);
  }
  const problems = findings.filter(exercise.isProblem).length;
  const found = sayExercise('summary', { problems, gaps: findings.length - problems })[lang];
  out.print(`  ${out.style(problems === 0 ? 'green' : 'red', found)}`);
}
