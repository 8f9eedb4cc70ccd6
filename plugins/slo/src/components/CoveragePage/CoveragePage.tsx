import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import TableBody from '@material-ui/core/TableBody';
import type {
  UncoveredEntity,
  UncoveredEntityPage,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  ComponentFilterBar,
  ExportRows,
  moveBetweenRows,
  PagedRows,
  Panel,
  PanelSkeleton,
  QueryView,
  StateChip,
  useDenseTableStyles,
  useOpmodelApi,
  useRowPages,
  useSectionStyles,
  type CsvColumn,
  type RowExport,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useSloTabPath } from '../../entity/useSloTabPath';
import { useFleetParams } from '../../hooks/useFleetParams';
import { headOfNow, useSloSummary } from '../../hooks/useSloFleet';
import { sloFleetTranslationRef } from '../../translations/fleet';
import { OwnerName } from '../facts';
import { anchors } from '../SloNextSteps';
import { TierCoveragePanel } from '../Summary';

const ROWS = 25;
const TIERS_HEIGHT = 140;

const csvColumns: ReadonlyArray<CsvColumn<UncoveredEntity>> = [
  ['entity_ref', row => row.entityRef],
  ['title', row => row.title],
  ['tier', row => row.tier],
  ['owner', row => row.ownerRef],
  ['reason', row => row.reason],
];

/** Which components have no objective that is measured, those of the highest tier first. */
export function CoveragePage() {
  const { t } = useTranslationRef(sloFleetTranslationRef);
  const sections = useSectionStyles();
  const api = useOpmodelApi();
  const { filter, selection, narrow, clear } = useFleetParams();
  const summary = useSloSummary(selection);
  const exported: RowExport<UncoveredEntityPage> = {
    content: 'slo-coverage',
    source: {
      filter: selection,
      requestPage: (page, signal) =>
        api.listUncoveredEntities({ ...selection, ...page }, { signal }),
    },
    head: headOfNow,
    columns: () => csvColumns,
  };
  const pages = useRowPages(exported.source, {
    rowsPerPage: ROWS,
    subject: 'coverage',
  });
  return (
    <div className={sections.page}>
      <QueryView
        query={summary}
        subject={t('summary.subject')}
        skeleton={<PanelSkeleton height={TIERS_HEIGHT} />}
      >
        {data => <TierCoveragePanel summary={data} />}
      </QueryView>
      <Panel>
        <ComponentFilterBar filter={filter} onChange={narrow} onClear={clear} />
      </Panel>
      <Panel
        flush
        title={t('coverage.title')}
        actions={
          pages.page.data && (
            <ExportRows
              exported={exported}
              totalRows={pages.page.data.totalItems}
            />
          )
        }
      >
        <PagedRows
          pages={pages}
          sorted
          subject={t('coverage.subject')}
          label={t('coverage.pages')}
          skeletonRows={ROWS / 2}
          empty={t('coverage.empty')}
        >
          {page => <UncoveredTable entities={page.items} />}
        </PagedRows>
      </Panel>
    </div>
  );
}

function UncoveredTable(props: { entities: readonly UncoveredEntity[] }) {
  const { t } = useTranslationRef(sloFleetTranslationRef);
  const table = useDenseTableStyles();
  const tabPath = useSloTabPath();
  return (
    <div className={table.scroll}>
      <table className={table.table} aria-label={t('coverage.title')}>
        <thead>
          <tr>
            <th scope="col">{t('coverage.component')}</th>
            <th scope="col">{t('coverage.tier')}</th>
            <th scope="col">{t('coverage.owner')}</th>
            <th scope="col">{t('coverage.reason')}</th>
            <th scope="col">{t('coverage.propose')}</th>
          </tr>
        </thead>
        <TableBody onKeyDown={moveBetweenRows}>
          {props.entities.map(entity => (
            <tr key={entity.entityRef}>
              <th scope="row">
                <Link to={tabPath(entity.entityRef)}>{entity.title}</Link>
              </th>
              <td>
                {entity.tier ?? (
                  <span className={table.quiet}>{t('coverage.noTier')}</span>
                )}
              </td>
              <td>
                <OwnerName
                  entityRef={entity.ownerRef}
                  title={entity.ownerTitle}
                />
              </td>
              <td>
                <StateChip
                  state="no_data"
                  label={
                    entity.reason === 'no_slo'
                      ? t('coverage.noSlo')
                      : t('coverage.notMeasured')
                  }
                />
              </td>
              <td>
                <Link
                  to={`${tabPath(entity.entityRef)}#${anchors.proposals}`}
                  aria-label={t('coverage.proposeFor', { title: entity.title })}
                >
                  {t('coverage.propose')}
                </Link>
              </td>
            </tr>
          ))}
        </TableBody>
      </table>
    </div>
  );
}
