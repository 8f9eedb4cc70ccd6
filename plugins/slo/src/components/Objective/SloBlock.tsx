import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { SloStatus } from '@opmodel/backstage-plugin-opmodel-common';
import {
  Hint,
  Panel,
  StateChip,
  useFactStyles,
  useFormats,
  type WindowSelection,
} from '@opmodel/backstage-plugin-opmodel-react';
import type { ObjectiveId } from '../../hooks/sloQueries';
import { sloEntityTranslationRef } from '../../translations/entity';
import {
  stateOfSlo,
  stateOfSloReview,
  stateOfSource,
} from '../../words/sloStates';
import { useSloFormats } from '../../words/useSloFormats';
import { useSloWords } from '../../words/useSloWords';
import { FactLine, OwnerName, SloLink } from '../facts';
import { ObjectiveBlock } from './ObjectiveBlock';
import { WholeBlock } from './WholeBlock';

/** Props of {@link SloBlock}. */
export interface SloBlockProps {
  slo: SloStatus;
  /** Whether the history of its first objective shows from the beginning. */
  open: boolean;
  window: WindowSelection | undefined;
  onExplain: (objective: ObjectiveId) => void;
}

/** One SLO: what it is about, who answers for it, where it is measured, and each of its objectives. */
export function SloBlock(props: SloBlockProps) {
  const { slo, open, window, onExplain } = props;
  const words = useSloWords();
  const facts = useFactStyles();
  return (
    <Panel
      title={<SloLink sloRef={slo.ref}>{slo.title}</SloLink>}
      actions={
        <StateChip
          state={stateOfSlo[slo.state]}
          label={words.state[slo.state]}
        />
      }
    >
      {slo.description && <p className={facts.quiet}>{slo.description}</p>}
      <SloFacts slo={slo} />
      <div>
        {slo.whole && <WholeBlock slo={slo} whole={slo.whole} />}
        {slo.objectives.map((objective, index) => (
          <ObjectiveBlock
            key={objective.index}
            slo={slo}
            objective={objective}
            open={open && index === 0}
            window={window}
            onExplain={() =>
              onExplain({ sloRef: slo.ref, objective: objective.index })
            }
          />
        ))}
      </div>
    </Panel>
  );
}

/** What is to be known of an SLO beside its figures. */
export function SloFacts(props: { slo: SloStatus }) {
  const { slo } = props;
  const { source } = slo;
  const { t } = useTranslationRef(sloEntityTranslationRef);
  const formats = useFormats();
  const figures = useSloFormats();
  const words = useSloWords();
  const sourceState = words.source[source.state];
  return (
    <FactLine>
      <Hint title={words.methodMeaning[slo.budgetingMethod]}>
        {words.method[slo.budgetingMethod]}
      </Hint>
      <span>{figures.window(slo.window)}</span>
      {slo.composite && (
        <span>{t('slo.composite', { n: String(slo.objectives.length) })}</span>
      )}
      <span>
        {t('slo.owner', {
          owner: <OwnerName entityRef={slo.ownerRef} title={slo.ownerTitle} />,
        })}
      </span>
      <Hint
        title={
          source.error === null
            ? t('slo.measuredAt', { when: formats.relative(source.measuredAt) })
            : t('slo.sourceError', { error: source.error })
        }
      >
        <StateChip
          state={stateOfSource[source.state]}
          label={
            source.title === null
              ? sourceState
              : t('slo.source', { title: source.title, state: sourceState })
          }
        />
      </Hint>
      <span>
        <StateChip
          state={stateOfSloReview[slo.reviewState]}
          label={
            slo.reviewOn === null
              ? words.review[slo.reviewState]
              : t('slo.review', {
                  state: words.review[slo.reviewState],
                  day: formats.day(slo.reviewOn),
                })
          }
        />
      </span>
      {slo.problems > 0 && (
        <SloLink sloRef={slo.ref}>
          <StateChip
            state="attention"
            label={t('slo.problems', { count: slo.problems })}
          />
        </SloLink>
      )}
    </FactLine>
  );
}
