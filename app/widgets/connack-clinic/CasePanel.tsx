// What the learner sets: the case, the version, and the change that is to mend it.
import { type ReactNode, useId } from 'react';
import { useTranslations } from 'use-intl';
import { type CaseGroup, CLINIC_CASES, versionsOf } from '#content';
import type { ProtocolVersion } from '#simulations';
import { KnobPanel } from '../../lab/KnobPanel.tsx';
import { ChoiceField, UnknownParameters, useAddressWord } from '../../lab/knobFields.tsx';
import type { Experiment } from '../../state/experiment.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { RadioList } from '../../ui/RadioList.tsx';
import styles from './CasePanel.module.css';
import { AS_IT_IS, type Chosen, type ClinicKnobs, KNOBS, nextCaseId } from './knobs.ts';

const GROUPS: readonly CaseGroup[] = ['refusal', 'lookAlike'];

export interface CasePanelProps {
  readonly experiment: Experiment<ClinicKnobs>;
  readonly chosen: Chosen;
  /** Prediction and buttons. */
  readonly children: ReactNode;
}

export function CasePanel({ experiment: { values, corrections, set }, chosen: { one, version, mend }, children }: CasePanelProps) {
  const t = useTranslations('connackClinic.knobs');
  const address = useTranslations('lab.address');
  const word = useAddressWord(corrections);
  const id = useId();
  const choose = (caseId: string) => set({ caseId, mend: AS_IT_IS });
  const [onlyVersion, ...otherVersions] = versionsOf(one);
  // A mend that another case has.
  const strange = values.mend === mend ? undefined : address('notAnOption', { parameter: '', given: values.mend, used: mend });
  const words = [word(KNOBS.caseId.parameter), word(KNOBS.mend.parameter), strange].filter((said) => said !== undefined);
  const knobs = (
    <>
      <UnknownParameters corrections={corrections} />
      {words.map((said) => (
        <Notice key={said} announce="polite">
          {said}
        </Notice>
      ))}
      <div className={styles.case}>
        <label htmlFor={id}>{t('case')}</label>
        <select id={id} className={styles.select} value={one.id} onChange={(event) => choose(event.target.value)}>
          {GROUPS.map((group) => (
            <optgroup key={group} label={t(group)}>
              {CLINIC_CASES.filter((candidate) => candidate.group === group).map(({ id: caseId, title }) => (
                <option key={caseId} value={caseId}>
                  {title}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
        <Button kind="quiet" onClick={() => choose(nextCaseId(one.id))}>
          {t('next')}
        </Button>
      </div>
      {otherVersions.length > 0 ? (
        <ChoiceField<ProtocolVersion>
          knob={KNOBS.version}
          label={t('version')}
          value={version}
          corrections={corrections}
          onChange={(next) => set({ version: next })}
        />
      ) : (
        <p className={styles.only}>{t('onlyVersion', { version: onlyVersion ?? version })}</p>
      )}
      <RadioList
        legend={t('mend')}
        options={[{ value: AS_IT_IS, label: t('asItIs') }, ...one.mends.map(({ id: value, label }) => ({ value, label }))]}
        value={mend}
        onChange={(next) => set({ mend: next })}
      />
    </>
  );
  return <KnobPanel knobs={knobs}>{children}</KnobPanel>;
}
