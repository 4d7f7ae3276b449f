import type { Brief } from '../../../core/brief/brief';
import type { BriefFact } from '../../../core/brief/brief-fact';
import type { BriefPerson } from '../../../core/brief/brief-person';
import { QUESTION_RULE } from '../../../core/brief/question';
import type { EmptyChair } from '../../../core/buyer/committee/empty-chairs';
import type { Evidence } from '../../../core/deal/evidence/evidence';
import { isExplained } from '../../../core/value/explained';
import { isGiven } from '../../../core/value/known';
import { countFigure, dateFigure, instantFigure, type Phrase, phrase, textFigure } from '../../../core/value/phrase';
import type { Language } from '../../../ui/language/language';
import { ACT_NAMES } from '../deal/act-names';

/** How a brief is copied: as plain lines, or as Markdown. */
export type BriefForm = 'text' | 'markdown';

/** What each part of a brief is called. */
export const BRIEF_TITLES = {
  who: phrase('panel_brief_who'),
  presses: phrase('panel_brief_presses'),
  people: phrase('panel_brief_people'),
  did: phrase('panel_brief_did'),
  unknown: phrase('panel_brief_unknown'),
  questions: phrase('panel_brief_questions'),
} as const;

/** When the inputs of a brief were read, with the day and the year: it may lie in a bag for a while. */
export function briefAsOf({ asOf }: Brief, language: Language, zone: string): Phrase {
  return phrase('panel_as_of', textFigure(language.on({ today: null, zone }).show(instantFigure(asOf))));
}

/** A brief as text, in the same order and the same words as on the screen. */
export function briefText(of: Brief, language: Language, zone: string, form: BriefForm): string {
  const { say, show } = language;
  const isMarkdown = form === 'markdown';
  const clean = (text: string) => (isMarkdown ? escaped(text) : text);
  const value = ({ answer }: BriefFact) => (isExplained(answer) ? show(answer.figure) : say(answer.because));
  const item = (text: string) => `- ${text}`;
  const pair = (name: string, is: string) =>
    say(phrase('brief_gap_because', textFigure(clean(name)), textFigure(clean(is))));
  const known = (one: BriefFact) => pair(say(one.name), value(one));
  const fact = (one: BriefFact) => item(known(one));
  const heading = (title: Phrase) =>
    isMarkdown ? `## ${escaped(say(title))}` : say(title).toLocaleUpperCase(language.locale);
  const block = (title: Phrase, lines: readonly string[]) => (lines.length === 0 ? [] : ['', heading(title), ...lines]);
  const said = (phraseOf: Phrase) => item(clean(say(phraseOf)));

  const beside = (count: number) => (count === 0 ? [] : [said(phrase('panel_brief_beside', countFigure(count)))]);

  const person = ({ name, title, roles, facts }: BriefPerson): string => {
    const bold = isMarkdown ? `**${escaped(name)}**` : name;
    const about = [...roles, ...(title === null ? [] : [title])].map(clean).join(', ');
    return item([bold, about, facts.map(known).join('; ')].filter((part) => part !== '').join(' – '));
  };
  const chair = ({ name, because }: EmptyChair) =>
    item(`${clean(say(phrase('panel_brief_chair', name)))} ${clean(say(because))}`);
  const act = ({ on, kind, subject }: Evidence) =>
    item(`${pair(show(dateFigure(on)), say(ACT_NAMES[kind]))}${isGiven(subject) ? ` – ${clean(subject.value)}` : ''}`);

  const title = [of.deal, of.company]
    .filter((part) => part !== null)
    .map(clean)
    .join(' – ');
  return [
    isMarkdown ? `# ${title}` : title,
    ...block(BRIEF_TITLES.who, [...of.who, ...(of.pay === null ? [] : [of.pay])].map(fact)),
    ...block(BRIEF_TITLES.presses, [...of.presses.map(fact), ...beside(of.datesAfter)]),
    ...block(BRIEF_TITLES.people, [
      ...(of.noPeople === null ? [] : [said(of.noPeople)]),
      ...of.people.map(person),
      ...beside(of.peopleBeside),
      ...of.chairs.map(chair),
    ]),
    ...block(BRIEF_TITLES.did, [
      ...(of.noActs === null ? [] : [said(of.noActs)]),
      ...of.did.map(act),
      ...(of.didBefore === 0 ? [] : [said(phrase('panel_brief_acts_before', countFigure(of.didBefore)))]),
    ]),
    ...block(BRIEF_TITLES.unknown, [
      ...of.unknown.map(({ name, because }) => item(pair(say(name), say(because)))),
      ...beside(of.unknownBeside),
    ]),
    ...block(
      BRIEF_TITLES.questions,
      of.questions.map(({ asks, because }, index) => `${index + 1}. ${clean(say(asks))} (${clean(say(because))})`),
    ),
    ...(of.questions.length === 0 ? [] : [clean(say(QUESTION_RULE))]),
    '',
    clean(say(briefAsOf(of, language, zone))),
  ].join('\n');
}

/** Text in Markdown that stays text, whatever somebody typed into a name. */
function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>()#+|~!&-]/g, '\\$&').replace(/\s*\n\s*/g, ' ');
}
