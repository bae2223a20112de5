/** What a rule, or a clause of an instrument as `instrument/clause`, is called. */
import { eachLang, nameOf, type Arrangement, type Text } from '@foedus/kernel';

export function ruleName(arrangement: Arrangement, rule: string): Text {
  const [id = '', clause] = rule.split('/');
  const name = nameOf(arrangement, id);
  const article = arrangement.instruments.get(id)?.clauses.find((each) => each.id === clause);
  return article ? eachLang((lang) => `${name[lang]}, ${article.name[lang]}`) : nameOf(arrangement, rule);
}
