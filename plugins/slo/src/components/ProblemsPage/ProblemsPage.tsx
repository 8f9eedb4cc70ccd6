import { useTranslationRef } from '@backstage/frontend-plugin-api';
import TextField from '@material-ui/core/TextField';
import type {
  SloProblem,
  SloProblemPage,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  ComponentFilterBar,
  ExportRows,
  PagedRows,
  Panel,
  useOpmodelApi,
  useRowPages,
  useSectionStyles,
  type CsvColumn,
  type RowExport,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useId } from 'react';
import { headOfNow } from '../../hooks/useSloFleet';
import { sloFleetTranslationRef } from '../../translations/fleet';
import { Select } from '../FleetPage';
import { ProblemTable } from './ProblemTable';
import { useProblemParams } from './useProblemParams';

const ROWS = 25;
const LONGEST_RULE = 100;
const FIELDS = ['owner'] as const;

const csvColumns: ReadonlyArray<CsvColumn<SloProblem>> = [
  ['slo_ref', row => row.sloRef],
  ['title', row => row.title],
  ['entity_ref', row => row.entityRef],
  ['owner', row => row.ownerRef],
  ['severity', row => row.severity],
  ['rule', row => row.rule],
  ['path', row => row.path],
  ['value', row => row.value],
  ['message', row => row.message],
  ['source', row => row.source],
];

/** What is wrong with the documents of all SLOs. */
export function ProblemsPage() {
  const { t } = useTranslationRef(sloFleetTranslationRef);
  const sections = useSectionStyles();
  const api = useOpmodelApi();
  const ruleId = useId();
  const { filter, choice, query, narrow, choose, clear } = useProblemParams();
  const { severity, rule } = choice;
  const exported: RowExport<SloProblemPage> = {
    content: 'slo-problems',
    source: {
      filter: query,
      requestPage: (page, signal) =>
        api.listSloProblems({ ...query, ...page }, { signal }),
    },
    head: headOfNow,
    columns: () => csvColumns,
  };
  const pages = useRowPages(exported.source, {
    rowsPerPage: ROWS,
    subject: 'problems',
  });
  return (
    <div className={sections.page}>
      <Panel>
        <ComponentFilterBar
          fields={FIELDS}
          filter={filter}
          onChange={narrow}
          furtherFilters={[severity, rule].filter(Boolean).length}
          onClear={clear}
        >
          <Select
            label={t('problems.severity')}
            any={t('problems.any')}
            value={severity}
            choices={[
              ['error', t('problems.error')],
              ['warning', t('problems.warning')],
            ]}
            onChange={chosen => choose({ severity: chosen })}
          />
          <TextField
            id={ruleId}
            size="small"
            variant="outlined"
            label={t('problems.rule')}
            placeholder={t('problems.rulePlaceholder')}
            value={rule ?? ''}
            inputProps={{ maxLength: LONGEST_RULE }}
            InputLabelProps={{ shrink: true }}
            onChange={event => choose({ rule: event.target.value }, true)}
          />
        </ComponentFilterBar>
      </Panel>
      <Panel
        flush
        title={t('problems.title')}
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
          subject={t('problems.subject')}
          label={t('problems.pages')}
          skeletonRows={ROWS / 2}
          empty={t('problems.empty')}
        >
          {page => (
            <ProblemTable label={t('problems.title')} problems={page.items} />
          )}
        </PagedRows>
      </Panel>
    </div>
  );
}
