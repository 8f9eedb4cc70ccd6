import { Content, PageWithHeader } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import {
  AcceptanceDrawer,
  AcceptanceTable,
  ChoicePicker,
  opmodelAcceptancesTranslationRef,
  PagedRows,
  Panel,
  SegmentedButtons,
  useAcceptanceWords,
} from '@opmodel/backstage-plugin-opmodel-react';
import {
  acceptanceStates,
  acceptanceSubjects,
  useAcceptanceParams,
  useAcceptances,
  type AcceptanceBox,
} from '../../hooks/useAcceptances';

const SKELETON_ROWS = 6;

const useStyles = makeStyles(theme => ({
  page: {
    fontFamily: theme.typography.fontFamily,
    color: theme.palette.text.primary,
  },
  filters: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1.5) },
  caption: {
    margin: 0,
    padding: theme.spacing(0, 2, 1),
    fontSize: 13,
    lineHeight: '20px',
    color: theme.palette.text.secondary,
  },
}));

/** The inbox below its header: what waits for me, what I asked for, and everything, with one open beside it. */
export function AcceptancesPageContent() {
  const { t } = useTranslationRef(opmodelAcceptancesTranslationRef);
  const classes = useStyles();
  const view = useAcceptanceParams();
  const pages = useAcceptances(view);
  const names: Record<AcceptanceBox, string> = {
    to_decide: t('box.toDecide'),
    requested: t('box.requested'),
    all: t('box.all'),
  };
  const nothing: Record<AcceptanceBox, string> = {
    to_decide: t('empty.toDecide'),
    requested: t('empty.requested'),
    all: t('empty.all'),
  };
  return (
    <Content>
      <div className={classes.page}>
        <Panel
          flush
          title={names[view.box]}
          actions={<Filters view={view} names={names} />}
        >
          <p className={classes.caption}>{t('caption')}</p>
          <PagedRows
            pages={pages}
            subject={t('page.subject')}
            label={t('pages')}
            skeletonRows={SKELETON_ROWS}
            empty={nothing[view.box]}
            quietOnOnePage
          >
            {page => (
              <AcceptanceTable
                title={names[view.box]}
                acceptances={page.items}
                onOpen={id => view.show({ id })}
              />
            )}
          </PagedRows>
        </Panel>
        {view.id !== undefined && (
          <AcceptanceDrawer
            key={view.id}
            id={view.id}
            onClose={() => view.show({ id: undefined })}
            onChanged={pages.page.retry}
          />
        )}
      </div>
    </Content>
  );
}

function Filters(props: {
  view: ReturnType<typeof useAcceptanceParams>;
  names: Record<AcceptanceBox, string>;
}) {
  const { view, names } = props;
  const { t } = useTranslationRef(opmodelAcceptancesTranslationRef);
  const words = useAcceptanceWords();
  const classes = useStyles();
  return (
    <div className={classes.filters}>
      <SegmentedButtons<AcceptanceBox>
        label={t('boxes')}
        value={view.box}
        options={[
          { id: 'to_decide', label: names.to_decide },
          { id: 'requested', label: names.requested },
          { id: 'all', label: names.all },
        ]}
        onChange={box => view.show({ box, id: undefined })}
      />
      {view.box !== 'to_decide' && (
        <ChoicePicker
          label={t('filter.state')}
          value={view.state}
          choices={[
            { id: 'any' as const, label: t('filter.anyState') },
            ...acceptanceStates.map(id => ({ id, label: words.state[id] })),
          ]}
          onChange={state => view.show({ state })}
        />
      )}
      <ChoicePicker
        label={t('filter.subject')}
        value={view.subject}
        choices={[
          { id: 'any' as const, label: t('filter.anySubject') },
          ...acceptanceSubjects.map(id => ({ id, label: words.subject[id] })),
        ]}
        onChange={subject => view.show({ subject })}
      />
    </div>
  );
}

/** The inbox with its own header, for apps of the earlier frontend system. */
export function AcceptancesPage() {
  const { t } = useTranslationRef(opmodelAcceptancesTranslationRef);
  return (
    <PageWithHeader themeId="tool" title={t('page.title')}>
      <AcceptancesPageContent />
    </PageWithHeader>
  );
}
