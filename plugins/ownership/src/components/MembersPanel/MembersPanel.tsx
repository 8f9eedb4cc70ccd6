import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import {
  Panel,
  QueryView,
  RowsSkeleton,
  useFactStyles,
  useOpmodelApi,
  useQueryState,
} from '@opmodel/backstage-plugin-opmodel-react';
import { pagesRouteRef } from '../../routes';
import { ownershipCoverageTranslationRef } from '../../translations/coverage';
import { OwnershipTable } from '../OwnershipTable';
import { memberParams, memberSelection } from './memberSelection';

const ROWS = 10;

const useStyles = makeStyles(theme => ({
  inside: { padding: theme.spacing(0, 2, 1) },
}));

/** What in a scope is owned least well, and the way to all of it. */
export function MembersPanel(props: {
  scopeRef: string;
  title: string;
  onChanged: () => void;
}) {
  const { scopeRef, title, onChanged } = props;
  const { t } = useTranslationRef(ownershipCoverageTranslationRef);
  const classes = useStyles();
  const facts = useFactStyles();
  const api = useOpmodelApi();
  const pages = useRouteRef(pagesRouteRef)?.();
  const members = useQueryState({
    key: scopeRef,
    subject: scopeRef,
    request: signal =>
      api.listOwnership(
        { ...memberSelection(scopeRef), sort: 'rung', limit: ROWS },
        { signal },
      ),
  });
  return (
    <Panel
      flush
      title={t('members.title')}
      actions={
        pages !== undefined && (
          <Link to={`${pages}?${memberParams(scopeRef)}`}>
            {t('members.all', { title })}
          </Link>
        )
      }
    >
      <QueryView
        query={members}
        subject={t('list.subject')}
        skeleton={
          <div className={classes.inside}>
            <RowsSkeleton rows={ROWS} />
          </div>
        }
      >
        {({ items }) => {
          const open = items.filter(({ gaps }) => gaps.length > 0);
          return open.length === 0 ? (
            <div className={classes.inside}>
              <p className={facts.quiet}>{t('members.none')}</p>
            </div>
          ) : (
            <OwnershipTable
              label={t('members.title')}
              rows={open}
              onChanged={() => {
                members.retry();
                onChanged();
              }}
            />
          );
        }}
      </QueryView>
    </Panel>
  );
}
