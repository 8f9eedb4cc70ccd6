import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { SloProposal } from '@opmodel/backstage-plugin-opmodel-common';
import {
  ActionButton,
  Panel,
  QueryView,
  RowsSkeleton,
  Snippet,
  StateChip,
  useFactStyles,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import GetAppIcon from '@material-ui/icons/GetApp';
import { useState } from 'react';
import { downloadText } from '../../export/downloadText';
import { useSloProposals } from '../../hooks/sloQueries';
import { sloProposalTranslationRef } from '../../translations/proposals';
import { useSloFormats } from '../../words/useSloFormats';
import { FactLine } from '../facts';
import { useProposalWords } from './useProposalWords';

const SKELETON_ROWS = 4;

/** Objectives that an entity would bear, each with its evidence and as a ready document. */
export function ProposalsPanel(props: {
  entityRef: string;
  /** Whether they show from the beginning. */
  open: boolean;
}) {
  const { entityRef, open } = props;
  const { t } = useTranslationRef(sloProposalTranslationRef);
  const facts = useFactStyles();
  const [isShown, setShown] = useState(open);
  const proposals = useSloProposals(entityRef, isShown);
  return (
    <Panel title={t('title')}>
      <p className={facts.quiet}>{t('text')}</p>
      <div>
        <ActionButton
          aria-expanded={isShown}
          onClick={() => setShown(!isShown)}
        >
          {isShown ? t('hide') : t('show')}
        </ActionButton>
      </div>
      {isShown && (
        <QueryView
          query={proposals}
          subject={t('subject')}
          skeleton={<RowsSkeleton rows={SKELETON_ROWS} />}
        >
          {({ items }) =>
            items.length === 0 ? (
              <p className={facts.quiet}>{t('none')}</p>
            ) : (
              <>
                {items.map(proposal => (
                  <Proposal
                    key={`${proposal.indicator} ${proposal.title}`}
                    proposal={proposal}
                  />
                ))}
              </>
            )
          }
        </QueryView>
      )}
    </Panel>
  );
}

function Proposal(props: { proposal: SloProposal }) {
  const { proposal } = props;
  const { target, state, days, attainment, worstDay } = proposal;
  const { t } = useTranslationRef(sloProposalTranslationRef);
  const formats = useFormats();
  const figures = useSloFormats();
  const facts = useFactStyles();
  const { title, counted } = useProposalWords()(proposal);
  const against = target ?? 0.999;
  return (
    <section aria-label={title}>
      <h3 className={facts.heading}>{title}</h3>
      <p className={facts.text}>
        {target === null
          ? t('noTarget')
          : t('target', { target: figures.target(target) })}{' '}
        {state !== 'ok' && (
          <StateChip
            state={state}
            count={state === 'thin' ? days : undefined}
          />
        )}
      </p>
      <FactLine>
        <span>{t('days', { count: days })}</span>
        {counted && <span>{counted}</span>}
        <span>
          {t('attainment', {
            attainment: figures.attainment(attainment, against),
          })}
        </span>
        <span>
          {t('worstDay', { attainment: figures.attainment(worstDay, against) })}
        </span>
        {proposal.wouldBeMetOn !== null && (
          <span>
            {t('wouldBeMet', { share: formats.share(proposal.wouldBeMetOn) })}
          </span>
        )}
        {typeof proposal.values.present === 'number' && (
          <span>
            {t('present', { target: figures.target(proposal.values.present) })}
          </span>
        )}
        <span>{t('indicator', { indicator: proposal.indicator })}</span>
      </FactLine>
      {proposal.document !== '' && (
        <>
          <p className={facts.heading}>{t('document')}</p>
          <Snippet text={proposal.document} />
          <div className={facts.actions}>
            <ActionButton
              startIcon={<GetAppIcon />}
              onClick={() =>
                downloadText(`${fileName(title)}.yaml`, proposal.document)
              }
            >
              {t('download')}
            </ActionButton>
          </div>
        </>
      )}
    </section>
  );
}

function fileName(title: string): string {
  return title.toLowerCase().replace(/[^\w]+/g, '-');
}
