// The mosquitto.conf of a lab's runs: the lab's own, or the learner's as soon as the broker has taken it. Whatever is typed is put to the broker when the hand rests; what it
// refuses changes no run: the last good one stays in use.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ConfigAnswer, Scenario } from '#simulations';
import type { Experiment } from '../state/experiment.ts';
import { laboratory, useLaboratoryStatus } from '../state/laboratory.ts';
import type { ConfProblem } from '../state/learnerConf.ts';

/** Long enough that a word is typed to its end. Milliseconds. */
const ASKS_AFTER_MS = 300;

export interface Conf {
  /** The lab's own, as its knobs have it. */
  readonly own: string;
  /** What stands in the editor. */
  readonly text: string;
  /** Somebody wrote it; else it is the lab's own. */
  readonly isEdited: boolean;
  /** What runs are given: the text, the last one that the broker took, or the lab's own. */
  readonly inUse: string;
  /** The newest answer of the broker, which may be about the text of a moment ago; `null`: none yet. */
  readonly answer: ConfigAnswer | null;
  /** The text waits for its answer. */
  readonly isAsking: boolean;
  /** The broker could not be asked. */
  readonly isUnasked: boolean;
  /** The lab's own when the learner began, where a knob has changed it since; else `null`. */
  readonly ownBefore: string | null;
  /** The names of the files that the lab brings along. */
  readonly files: readonly string[];
  /** Why the text in the address is not used. */
  readonly addressProblem: ConfProblem | null;
  /** The first run may start: the broker has been asked about what the address brought. */
  readonly isReady: boolean;
  /** A scenario of this lab with the configuration in use. */
  apply(scenario: Scenario): Scenario;
  change(text: string): void;
  backToOwn(): void;
}

interface Asked {
  readonly question: string;
  /** `null`: nobody was there to answer. */
  readonly answer: ConfigAnswer | null;
}

export type TakesConf = Pick<Experiment<object>, 'conf' | 'setConf' | 'confProblem'>;

/** `ofKnobs`: what the knobs say, the same object while they do. */
export function useConf({ conf, setConf, confProblem }: TakesConf, ofKnobs: Scenario): Conf {
  const own = ofKnobs.brokerConfig;
  // Files are made anew with every scenario: they are compared by what is in them.
  const filesKey = JSON.stringify(ofKnobs.brokerFiles ?? {});
  const files = useMemo(() => JSON.parse(filesKey) as Readonly<Record<string, string>>, [filesKey]);
  const question = conf === null ? null : `${filesKey}\n${conf}`;
  const [asked, setAsked] = useState<Asked | null>(null);
  const [lastGood, setLastGood] = useState<string | null>(null);
  const [basedOn, setBasedOn] = useState(own);
  const { state } = useLaboratoryStatus();

  // A text that came with another address belongs to the knobs that came with it.
  const typed = useRef(conf);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a knob that is turned afterwards is what is to be noticed.
  useEffect(() => {
    if (conf === typed.current) return;
    typed.current = conf;
    setBasedOn(own);
  }, [conf]);

  // An answer, or that there is none, does not ask again; a new laboratory does.
  const settled = useRef<string | null>(null);
  useEffect(() => {
    if (conf === null || question === null) {
      settled.current = null;
      setAsked(null);
      setLastGood(null);
      return;
    }
    if (state === 'failed') {
      setAsked({ question, answer: null });
      return;
    }
    if (settled.current === question) return;
    let isNewest = true;
    const settle = (answer: ConfigAnswer | null) => {
      if (!isNewest) return;
      settled.current = answer === null ? null : question;
      setAsked({ question, answer });
      if (answer?.ok) setLastGood(conf);
    };
    const ask = () =>
      laboratory()
        .checkConfig({ config: conf, files })
        .then(settle, () => settle(null));
    // The first question comes with the address and nobody is typing.
    const timer = setTimeout(ask, settled.current === null ? 0 : ASKS_AFTER_MS);
    return () => {
      isNewest = false;
      clearTimeout(timer);
    };
  }, [conf, question, files, state]);

  const isAnswered = asked?.question === question;
  const isReady = useLatch(conf === null || asked !== null);
  const inUse = conf === null ? own : isAnswered && asked.answer?.ok ? conf : (lastGood ?? own);
  const apply = useCallback(
    (scenario: Scenario) => (conf === null || scenario.brokerConfig === inUse ? scenario : { ...scenario, brokerConfig: inUse }),
    [conf, inUse],
  );
  const change = useCallback(
    (text: string) => {
      if (conf === null) setBasedOn(own);
      typed.current = text === own ? null : text;
      setConf(typed.current);
    },
    [conf, own, setConf],
  );
  const backToOwn = useCallback(() => setConf(null), [setConf]);
  return useMemo(
    () => ({
      own,
      text: conf ?? own,
      isEdited: conf !== null,
      inUse,
      answer: conf === null ? null : (asked?.answer ?? null),
      isAsking: conf !== null && !isAnswered,
      isUnasked: isAnswered && asked.answer === null && conf !== null,
      ownBefore: conf !== null && basedOn !== own ? basedOn : null,
      files: Object.keys(files),
      addressProblem: confProblem,
      isReady,
      apply,
      change,
      backToOwn,
    }),
    [own, conf, inUse, asked, isAnswered, basedOn, files, confProblem, isReady, apply, change, backToOwn],
  );
}

/** Once true, always true. */
function useLatch(now: boolean): boolean {
  const [was, setWas] = useState(now);
  if (now && !was) setWas(true);
  return was || now;
}
