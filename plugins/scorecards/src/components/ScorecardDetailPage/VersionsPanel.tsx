import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import type { ScorecardVersionView } from '@opmodel/backstage-plugin-opmodel-common';
import {
  ActionButton,
  Panel,
  QueryView,
  RelativeTime,
  RowsSkeleton,
  useCursors,
  useFactStyles,
  useOpmodelApi,
  useQueryState,
} from '@opmodel/backstage-plugin-opmodel-react';
import { scorecardsDetailTranslationRef } from '../../translations/detail';
import { DefinitionChanges } from './DefinitionChanges';

const VERSIONS_PER_PAGE = 5;

const useStyles = makeStyles(theme => ({
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    '& > li': {
      padding: theme.spacing(1, 0),
      borderTop: `1px solid ${theme.palette.divider}`,
    },
    '& > li:first-child': { borderTop: 'none' },
  },
  version: { margin: 0, fontSize: 14, lineHeight: '20px', fontWeight: 600 },
}));

/** The versions of a scorecard, the latest first: who published each, why, and what it changed. */
export function VersionsPanel(props: {
  scorecardRef: string;
  onShowDocument: (version: number) => void;
}) {
  const { scorecardRef, onShowDocument } = props;
  const { t } = useTranslationRef(scorecardsDetailTranslationRef);
  const facts = useFactStyles();
  const classes = useStyles();
  const api = useOpmodelApi();
  const { cursor, pagesAround } = useCursors(scorecardRef);
  const versions = useQueryState({
    key: `${scorecardRef} ${cursor ?? ''}`,
    subject: scorecardRef,
    request: signal =>
      api.listScorecardVersions(
        scorecardRef,
        { limit: VERSIONS_PER_PAGE, ...(cursor && { cursor }) },
        { signal },
      ),
  });
  const pages = pagesAround(
    versions.phase === 'ready' ? versions.data.nextCursor : null,
  );
  return (
    <Panel title={t('versions.title')}>
      <QueryView
        query={versions}
        subject={t('versions.subject')}
        skeleton={<RowsSkeleton rows={VERSIONS_PER_PAGE} />}
      >
        {({ items }) => (
          <>
            <ul className={classes.list}>
              {items.map(version => (
                <VersionItem
                  key={version.version}
                  version={version}
                  onShowDocument={() => onShowDocument(version.version)}
                />
              ))}
            </ul>
            {(pages.older || pages.newer) && (
              <nav className={facts.actions} aria-label={t('versions.pages')}>
                <ActionButton disabled={!pages.newer} onClick={pages.newer}>
                  {t('versions.newer')}
                </ActionButton>
                <ActionButton disabled={!pages.older} onClick={pages.older}>
                  {t('versions.older')}
                </ActionButton>
              </nav>
            )}
          </>
        )}
      </QueryView>
    </Panel>
  );
}

function VersionItem(props: {
  version: ScorecardVersionView;
  onShowDocument: () => void;
}) {
  const { version: view, onShowDocument } = props;
  const { version, publishedAt, publishedBy, note, changes } = view;
  const { t } = useTranslationRef(scorecardsDetailTranslationRef);
  const facts = useFactStyles();
  const classes = useStyles();
  return (
    <li>
      <div className={facts.line}>
        <h3 className={classes.version}>
          {t('versions.version', { version: String(version) })}
        </h3>
        <RelativeTime instant={publishedAt} />
        {publishedBy !== null && (
          <span>
            {t('versions.by', {
              who: <EntityRefLink entityRef={publishedBy} />,
            })}
          </span>
        )}
        <ActionButton
          aria-label={`${t('versions.show')}: ${version}`}
          onClick={onShowDocument}
        >
          {t('versions.show')}
        </ActionButton>
      </div>
      {note && <p className={facts.text}>{t('note', { note })}</p>}
      {version === 1 ? (
        <p className={facts.quiet}>{t('versions.first')}</p>
      ) : (
        <DefinitionChanges
          label={t('versions.of', { version: String(version) })}
          changes={changes}
        />
      )}
    </li>
  );
}
