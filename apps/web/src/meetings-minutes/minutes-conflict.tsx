import { Button, Input, Segmented } from 'antd';
import { useMemo, useState } from 'react';
import type { MinutesSection } from '../api/contract';
import { useLanguage } from '../language/language';
import { moment } from '../time/shanghai-time';
import styles from './minutes-conflict.module.css';
import { type Choice, compareTexts, mergeTexts, proposedChoice } from './paragraphs';

interface MinutesConflictProps {
  mine: string;
  theirs: MinutesSection;
  /** What both began with. */
  base: string;
  onSettle: (merged: string) => void;
}

/** Two texts of one section side by side; paragraph by paragraph one, the other or both are taken over. */
export const MinutesConflict = ({ mine, theirs, base, onSettle }: MinutesConflictProps) => {
  const { t } = useLanguage();
  const words = t.minutes.conflict;
  const who = theirs.editedBy ?? t.none;
  const at = theirs.editedAt ? moment(theirs.editedAt, t) : '';
  const stretches = useMemo(() => compareTexts(mine, theirs.text), [mine, theirs.text]);
  const different = useMemo(
    () => stretches.flatMap((stretch) => (stretch.kind === 'different' ? [stretch] : [])),
    [stretches],
  );
  const proposed = useMemo(() => different.map((stretch) => proposedChoice(stretch, base)), [different, base]);
  const [chosen, setChosen] = useState<readonly Choice[] | null>(null);
  /** What was written into the result by hand; the choices alone make it while this is null. */
  const [edited, setEdited] = useState<string | null>(null);
  const choices = chosen ?? proposed;
  const result = edited ?? mergeTexts(stretches, choices, base);
  const choose = (next: readonly Choice[]) => {
    setChosen(next);
    setEdited(null);
  };
  const all = (choice: Choice) => choose(different.map(() => choice));
  let place = -1;
  return (
    <section className={styles.conflict} aria-label={words.title(who, at)} data-testid="minutes-conflict">
      <header className={styles.head}>
        <strong>{words.title(who, at)}</strong>
        <span>{words.intro}</span>
      </header>
      <div className={styles.columns} aria-hidden="true">
        <span>{words.mine}</span>
        <span>{words.theirs(who, at)}</span>
      </div>
      <ol className={styles.stretches}>
        {stretches.map((stretch, index) => {
          if (stretch.kind === 'same') {
            return (
              <li key={index} className={styles.same}>
                {stretch.paragraphs.join('\n')}
              </li>
            );
          }
          place += 1;
          const here = place;
          const choice = choices[here] ?? 'both';
          return (
            <li key={index} className={styles.different} data-testid="conflict-stretch">
              <p className={choice === 'theirs' ? `${styles.text} ${styles.left}` : `${styles.text} ${styles.mine}`}>
                <small>{words.mine}</small>
                {stretch.mine.join('\n') || <em>{words.empty}</em>}
              </p>
              <p className={choice === 'mine' ? `${styles.text} ${styles.left}` : `${styles.text} ${styles.theirs}`}>
                <small>{words.theirs(who, at)}</small>
                {stretch.theirs.join('\n') || <em>{words.empty}</em>}
              </p>
              <Segmented<Choice>
                className={styles.choice}
                size="small"
                aria-label={words.choices}
                value={choice}
                onChange={(next) => choose(choices.map((known, at) => (at === here ? next : known)))}
                options={[
                  { value: 'mine', label: words.useMine },
                  { value: 'both', label: words.useBoth },
                  { value: 'theirs', label: words.useTheirs },
                ]}
              />
            </li>
          );
        })}
      </ol>
      <div className={styles.resultHead}>
        <strong>{words.result}</strong>
        <span className={styles.quick}>
          {edited === null ? null : (
            <Button size="small" type="link" onClick={() => setEdited(null)}>
              {words.again}
            </Button>
          )}
          <Button size="small" onClick={() => all('mine')}>
            {words.allMine}
          </Button>
          <Button size="small" onClick={() => all('theirs')}>
            {words.allTheirs}
          </Button>
        </span>
      </div>
      <Input.TextArea
        className={styles.result}
        value={result}
        onChange={({ target }) => setEdited(target.value)}
        autoSize={{ minRows: 3, maxRows: 16 }}
        aria-label={words.result}
        data-testid="conflict-result"
      />
      <div className={styles.foot}>
        <Button type="primary" onClick={() => onSettle(result)} data-testid="conflict-save">
          {words.save}
        </Button>
      </div>
    </section>
  );
};
