import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import TableBody from '@material-ui/core/TableBody';
import { makeStyles } from '@material-ui/core/styles';
import type {
  Campaign,
  CampaignItem,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  ChoicePicker,
  ExportRows,
  GroupPicker,
  moveBetweenRows,
  PagedRows,
  Panel,
  useDenseTableStyles,
  useFactStyles,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { VerdictChip } from '../verdict';
import { scorecardCampaignsTranslationRef } from './translation';
import {
  itemStates,
  useCampaignItems,
  useItemFilter,
  type ItemFilter,
} from './useCampaigns';

const SKELETON_ROWS = 8;

const useStyles = makeStyles({
  // The report says on paper what this table says on the screen.
  panel: { '@media print': { display: 'none' } },
  // In a narrow window the table scrolls before the names of checks break after each word.
  checks: { whiteSpace: 'normal', minWidth: 320 },
});

/** What is asked of each entity, those with most open first. */
export function ItemsPanel(props: { campaign: Campaign }) {
  const { campaign } = props;
  const { t } = useTranslationRef(scorecardCampaignsTranslationRef);
  const classes = useStyles();
  const filter = useItemFilter();
  const { pages, exported } = useCampaignItems(campaign, filter);
  return (
    <div className={classes.panel}>
      <Panel
        flush
        title={t('items.title')}
        actions={
          pages.page.data && (
            <ExportRows
              exported={exported}
              totalRows={pages.page.data.totalItems}
              subject={t('items.title')}
            />
          )
        }
      >
        <Filters filter={filter} />
        <PagedRows
          pages={pages}
          subject={t('items.subject')}
          label={t('items.pages')}
          skeletonRows={SKELETON_ROWS}
          empty={t('items.empty')}
          quietOnOnePage
          sorted
        >
          {page => <ItemTable items={page.items} />}
        </PagedRows>
      </Panel>
    </div>
  );
}

function Filters(props: { filter: ReturnType<typeof useItemFilter> }) {
  const { filter } = props;
  const { t } = useTranslationRef(scorecardCampaignsTranslationRef);
  const facts = useFactStyles();
  return (
    <div className={facts.line} style={{ padding: '4px 16px 8px', gap: 16 }}>
      <ChoicePicker<ItemFilter['state']>
        label={t('items.state')}
        value={filter.state}
        choices={itemStates.map(id => ({ id, label: t(`items.states.${id}`) }))}
        onChange={state => filter.narrow({ state })}
      />
      <div style={{ width: 260, maxWidth: '100%' }}>
        <GroupPicker
          label={t('items.owner')}
          value={filter.team}
          onChange={team => filter.narrow({ team })}
        />
      </div>
    </div>
  );
}

function ItemTable(props: { items: readonly CampaignItem[] }) {
  const { t } = useTranslationRef(scorecardCampaignsTranslationRef);
  const table = useDenseTableStyles();
  return (
    <div className={table.scroll}>
      <table className={table.table} aria-label={t('items.title')}>
        <thead>
          <tr>
            <th scope="col">{t('items.entity')}</th>
            <th scope="col">{t('items.team')}</th>
            <th scope="col">{t('items.tier')}</th>
            <th scope="col" className={table.number}>
              {t('items.open')}
            </th>
            <th scope="col">{t('items.checks')}</th>
          </tr>
        </thead>
        <TableBody onKeyDown={moveBetweenRows}>
          {props.items.map(item => (
            <ItemRow key={item.entityRef} item={item} />
          ))}
        </TableBody>
      </table>
    </div>
  );
}

function ItemRow(props: { item: CampaignItem }) {
  const { item } = props;
  const { t } = useTranslationRef(scorecardCampaignsTranslationRef);
  const formats = useFormats();
  const table = useDenseTableStyles();
  const facts = useFactStyles();
  const classes = useStyles();
  return (
    <tr>
      <th scope="row">
        <EntityRefLink entityRef={item.entityRef} title={item.title} />
      </th>
      <td>
        {item.ownerRef ? (
          <EntityRefLink
            entityRef={item.ownerRef}
            title={item.ownerTitle ?? undefined}
          />
        ) : (
          <span className={table.quiet}>{t('items.noTeam')}</span>
        )}
      </td>
      <td>{item.tier ?? '–'}</td>
      <td className={table.number}>{formats.count(item.open)}</td>
      <td className={classes.checks}>
        {item.checks.map(check => (
          <span key={check.checkId} className={facts.line}>
            <VerdictChip state={check.state} />
            <span>{check.name}</span>
            {check.standing === 'open' && check.message && (
              <span className={table.quiet}>{check.message}</span>
            )}
          </span>
        ))}
      </td>
    </tr>
  );
}
