// For a lab with programs: what their client libraries do by themselves, with the source of each fact. A library stands here once, however many programs use it.
import { useFormatter, useTranslations } from 'use-intl';
import { type ClientLibrary, habitsOf, type ProgramScenario } from '#simulations';
import { Details } from '../../ui/Details.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { LibraryBrief } from './LibraryBrief.tsx';
import styles from './LibraryFacts.module.css';

export interface LibraryFactsProps {
  /** Of the run that is shown. */
  readonly programs: readonly Pick<ProgramScenario, 'name' | 'library'>[];
}

export function LibraryFacts({ programs }: LibraryFactsProps) {
  const t = useTranslations('libraries');
  const used = [...new Set(programs.map(({ library }) => library))];
  const usersOf = (library: ClientLibrary) => programs.filter((program) => program.library === library).map(({ name }) => name);
  return (
    <Panel title={t('title')}>
      {used.length === 0 ? (
        <p className={styles.quiet}>{t('none')}</p>
      ) : (
        <>
          <p className={styles.quiet}>{t('lead')}</p>
          <ul className={styles.libraries}>
            {used.map((library) => (
              <li key={library} className={styles.library}>
                <Library library={library} users={usersOf(library)} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}

interface LibraryProps {
  readonly library: ClientLibrary;
  /** Names of programs. */
  readonly users: readonly string[];
}

function Library({ library, users }: LibraryProps) {
  const t = useTranslations('libraries');
  const format = useFormatter();
  const { name, version, facts } = habitsOf(library);
  const summary = (
    <>
      {t.rich('library', { name, version, strong: (words) => <strong>{words}</strong> })}{' '}
      <span className={styles.users}>{t('usedBy', { programs: format.list(users) })}</span>
    </>
  );
  return (
    <Details summary={summary}>
      <div className={styles.parts}>
        <section>
          <h3 className={styles.heading}>{t('briefly')}</h3>
          <LibraryBrief library={library} />
        </section>
        <section>
          <h3 className={styles.heading}>{t('facts')}</h3>
          <ul className={styles.facts}>
            {facts.map(({ text, source }) => (
              <li key={text} className={styles.fact}>
                <Sentence text={text} />
                <small className={styles.source}>{t('source', { source })}</small>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </Details>
  );
}

/** What stands between backticks is code. */
function Sentence({ text }: { readonly text: string }) {
  return text.split('`').map((part, at) =>
    at % 2 === 0 ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence stay where they are.
      <code key={at} className={styles.code}>
        {part}
      </code>
    ),
  );
}
