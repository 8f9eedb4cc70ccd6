import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  Panel,
  QueryView,
  RowsSkeleton,
  ScrollArea,
  StateChip,
  useDenseTableStyles,
  useFactStyles,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useScorecardPaths } from '../entity/useScorecardPaths';
import { scorecardExemptionsTranslationRef } from './translation';
import { useBadStandards, type BadStandard } from './useExemptions';

const SKELETON_ROWS = 2;

/** The checks that so many are exempt from that the check itself is in question. */
export function BadStandardsPanel() {
  const { t } = useTranslationRef(scorecardExemptionsTranslationRef);
  const facts = useFactStyles();
  const query = useBadStandards();
  return (
    <Panel title={t('badStandards.title')}>
      <QueryView
        query={query}
        subject={t('badStandards.subject')}
        skeleton={<RowsSkeleton rows={SKELETON_ROWS} />}
      >
        {standards =>
          standards.length === 0 ? (
            <p className={facts.quiet}>{t('badStandards.none')}</p>
          ) : (
            <>
              <p className={facts.quiet}>{t('badStandards.text')}</p>
              <BadStandardTable standards={standards} />
            </>
          )
        }
      </QueryView>
    </Panel>
  );
}

function BadStandardTable(props: { standards: readonly BadStandard[] }) {
  const { t } = useTranslationRef(scorecardExemptionsTranslationRef);
  const formats = useFormats();
  const table = useDenseTableStyles();
  const paths = useScorecardPaths();
  return (
    <ScrollArea label={t('badStandards.title')}>
      <table className={table.table} aria-label={t('badStandards.title')}>
        <thead>
          <tr>
            <th scope="col">{t('badStandards.check')}</th>
            <th scope="col">{t('badStandards.scorecard')}</th>
            <th scope="col">{t('badStandards.exempt')}</th>
            <th scope="col">{t('badStandards.owner')}</th>
          </tr>
        </thead>
        <tbody>
          {props.standards.map(({ scorecard, check }) => (
            <tr key={`${scorecard.ref} ${check.checkId}`}>
              <th scope="row">{check.name}</th>
              <td>
                {paths ? (
                  <Link to={paths.scorecard(scorecard.ref)}>
                    {scorecard.title}
                  </Link>
                ) : (
                  scorecard.title
                )}
              </td>
              <td>
                <StateChip
                  state="attention"
                  label={formats.share(check.summary.exempt)}
                />{' '}
                <span className={table.quiet}>
                  {t('badStandards.of', {
                    exempt: formats.count(check.summary.counts.exempt),
                    all: formats.count(check.summary.applicable),
                  })}
                </span>
              </td>
              <td>
                {check.ownerRef ? (
                  <EntityRefLink entityRef={check.ownerRef} />
                ) : (
                  <span className={table.quiet}>
                    {t('badStandards.noOwner')}
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}
