import { parseEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import TableBody from '@material-ui/core/TableBody';
import type { ErrorBudgetPolicySummary } from '@opmodel/backstage-plugin-opmodel-common';
import {
  EmptyState,
  moveBetweenRows,
  NO_VALUE,
  PagedRows,
  Panel,
  StateChip,
  useDenseTableStyles,
  useFormats,
  useOpmodelApi,
  useRowPages,
} from '@opmodel/backstage-plugin-opmodel-react';
import { sloPolicyTranslationRef } from '../../translations/policies';
import { stateOfMode } from '../../words/sloStates';
import { useSloWords } from '../../words/useSloWords';
import { OwnerName } from '../facts';
import { policySnippet } from './policySnippet';

const ROWS = 25;
const SKELETON_ROWS = 5;

/** Every error budget policy, with how much it brings about. */
export function PolicyList() {
  const { t } = useTranslationRef(sloPolicyTranslationRef);
  const api = useOpmodelApi();
  const pages = useRowPages(
    {
      filter: {},
      requestPage: (page, signal) =>
        api.listErrorBudgetPolicies(page, { signal }),
    },
    { rowsPerPage: ROWS },
  );
  if (pages.page.data?.totalItems === 0) {
    return (
      <EmptyState
        title={t('list.empty')}
        description={t('list.emptyText')}
        step={{ text: t('list.emptyStep'), snippet: policySnippet }}
      />
    );
  }
  return (
    <Panel flush title={t('list.title')}>
      <PagedRows
        pages={pages}
        sorted
        subject={t('list.subject')}
        label={t('list.pages')}
        skeletonRows={SKELETON_ROWS}
        empty={t('list.emptyText')}
        quietOnOnePage
      >
        {page => <PolicyTable policies={page.items} />}
      </PagedRows>
    </Panel>
  );
}

function PolicyTable(props: { policies: readonly ErrorBudgetPolicySummary[] }) {
  const { t } = useTranslationRef(sloPolicyTranslationRef);
  const formats = useFormats();
  const words = useSloWords();
  const table = useDenseTableStyles();
  return (
    <div className={table.scroll}>
      <table className={table.table} aria-label={t('list.title')}>
        <thead>
          <tr>
            <th scope="col">{t('list.policy')}</th>
            <th scope="col">{t('list.mode')}</th>
            <th scope="col">{t('list.owner')}</th>
            <th scope="col">{t('list.thresholds')}</th>
            <th scope="col">{t('list.entities')}</th>
            <th scope="col" className={table.number}>
              {t('list.holding')}
            </th>
            <th scope="col">{t('list.approvals')}</th>
          </tr>
        </thead>
        <TableBody onKeyDown={moveBetweenRows}>
          {props.policies.map(policy => (
            <tr key={policy.ref}>
              <th scope="row">
                <PolicyLink policy={policy} />
              </th>
              <td>
                <StateChip
                  state={stateOfMode[policy.mode]}
                  label={words.mode[policy.mode]}
                />
              </td>
              <td>
                <OwnerName entityRef={policy.ownerRef} />
              </td>
              <td>
                {policy.thresholds
                  .map(({ remaining }) => formats.share(remaining))
                  .join(', ') || NO_VALUE}
              </td>
              <td>{t('list.entitiesCount', { count: policy.entities })}</td>
              <td className={table.number}>{formats.count(policy.holding)}</td>
              <td>
                {policy.approvals
                  .filter(({ approvedOn }) => approvedOn !== null)
                  .map(({ role }) => t(`detail.${role}`))
                  .join(', ') || NO_VALUE}
              </td>
            </tr>
          ))}
        </TableBody>
      </table>
    </div>
  );
}

function PolicyLink(props: { policy: ErrorBudgetPolicySummary }) {
  const { ref, title } = props.policy;
  const { namespace, name } = parseEntityRef(ref);
  // Relative to the list.
  return <Link to={`${namespace}/${name}`}>{title}</Link>;
}
