// What the session advisor asks. Every answer is one of a few, so that every combination can be tried. Left out: how fast the link is, and what a message is about.

export interface Answers {
  readonly receives: 'nothing' | 'newest' | 'each';
  /** Of messages that come late, after an absence. */
  readonly late: 'wanted' | 'useless' | 'dangerous';
  readonly away: 'drops' | 'sleeps' | 'long' | 'once';
  readonly sends: 'nothing' | 'losable' | 'mustArrive';
  readonly restart: 'mayForget' | 'mustKeep';
  readonly runsOn: 'chip' | 'app' | 'tool';
}

export type QuestionName = keyof Answers;

/** Answers that fit: of each question that is named one of those listed. */
export type AnswerPattern = { readonly [Name in QuestionName]?: readonly Answers[Name][] };

export interface Question<Name extends QuestionName = QuestionName> {
  readonly name: Name;
  readonly text: string;
  readonly options: readonly { readonly value: Answers[Name]; readonly text: string; readonly short: string }[];
  /** Elsewhere it changes nothing and is not asked. `null`: always asked. */
  readonly askedWhen: readonly AnswerPattern[] | null;
}

const COMES_BACK = ['drops', 'sleeps', 'long'] as const;

const receives: Question<'receives'> = {
  name: 'receives',
  text: 'What must reach it?',
  options: [
    { value: 'nothing', text: 'Nothing: it only sends', short: 'nothing' },
    { value: 'newest', text: 'Values, of which only the newest counts', short: 'the newest value' },
    { value: 'each', text: 'Commands or events, of which each one counts', short: 'each command or event' },
  ],
  askedWhen: null,
};

const away: Question<'away'> = {
  name: 'away',
  text: 'How is it away?',
  options: [
    { value: 'drops', text: 'The link drops now and then', short: 'link drops' },
    { value: 'sleeps', text: 'It sleeps, and wakes on a timer', short: 'sleeps' },
    { value: 'long', text: 'It is switched off or closed, and comes back', short: 'switched off' },
    { value: 'once', text: 'It is used once and never comes back', short: 'used once' },
  ],
  askedWhen: null,
};

const late: Question<'late'> = {
  name: 'late',
  text: 'A message that comes late, after an absence, is',
  options: [
    { value: 'wanted', text: 'still wanted', short: 'still wanted' },
    { value: 'useless', text: 'of no use after a while', short: 'of no use' },
    { value: 'dangerous', text: 'dangerous after a while', short: 'dangerous' },
  ],
  askedWhen: [{ receives: ['each'], away: COMES_BACK }],
};

const sends: Question<'sends'> = {
  name: 'sends',
  text: 'What does it send?',
  options: [
    { value: 'nothing', text: 'Nothing', short: 'nothing' },
    { value: 'losable', text: 'Messages of which one may be lost', short: 'may be lost' },
    { value: 'mustArrive', text: 'Messages of which each must arrive, even if the link breaks halfway', short: 'must arrive' },
  ],
  askedWhen: null,
};

const restart: Question<'restart'> = {
  name: 'restart',
  text: 'When the broker crashes or is restarted, what waits there',
  options: [
    { value: 'mayForget', text: 'may be forgotten', short: 'may be forgotten' },
    { value: 'mustKeep', text: 'must be kept', short: 'must be kept' },
  ],
  askedWhen: [
    { receives: ['each'], away: COMES_BACK },
    { sends: ['mustArrive'], away: COMES_BACK },
  ],
};

const runsOn: Question<'runsOn'> = {
  name: 'runsOn',
  text: 'What does it run on?',
  options: [
    { value: 'chip', text: 'A chip with an address of its own', short: 'chip' },
    { value: 'app', text: 'An app or a web page, on many phones and computers', short: 'app' },
    { value: 'tool', text: 'A tool that somebody starts by hand', short: 'tool' },
  ],
  askedWhen: null,
};

/** In the order in which they are asked. */
export const QUESTIONS: readonly Question[] = [receives, away, late, sends, restart, runsOn] as readonly Question[];

export function fits(answers: Answers, pattern: AnswerPattern): boolean {
  return QUESTIONS.every(({ name }) => {
    const allowed: readonly string[] | undefined = pattern[name];
    return allowed === undefined || allowed.includes(answers[name]);
  });
}

export function isAsked(question: Question, answers: Answers): boolean {
  return question.askedWhen === null || question.askedWhen.some((pattern) => fits(answers, pattern));
}

/** Questions that are asked of both, or of one alone, and answered differently. */
export function differingAnswers(one: Answers, other: Answers): readonly QuestionName[] {
  return QUESTIONS.filter((question) => {
    const asked = isAsked(question, one) || isAsked(question, other);
    return asked && one[question.name] !== other[question.name];
  }).map(({ name }) => name);
}
