// For tests: every combination of answers.
import { type Answers, QUESTIONS } from './questions.ts';

export function everyAnswer(): readonly Answers[] {
  return QUESTIONS.reduce<readonly Partial<Answers>[]>(
    (all, { name, options }) => all.flatMap((answers) => options.map(({ value }) => ({ ...answers, [name]: value }))),
    [{}],
  ) as readonly Answers[];
}
