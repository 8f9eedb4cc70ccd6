import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import type { ScorecardDetail } from '@opmodel/backstage-plugin-opmodel-common';
import {
  ActionButton,
  NoteChip,
  useFactStyles,
  useFormats,
  useOpmodelPalette,
} from '@opmodel/backstage-plugin-opmodel-react';
import { lazy, Suspense, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { selectionLink } from '../../entity/selectionLink';
import {
  useScorecardPaths,
  type ScorecardPaths,
} from '../../entity/useScorecardPaths';
import { scorecardsTranslationRef } from '../../translation';
import { scorecardsDetailTranslationRef } from '../../translations/detail';
import { FactLine, OwnerName } from '../facts';

const RetireDialog = lazy(async () => ({
  default: (await import('../../drafts')).RetireDialog,
}));

const useStyles = makeStyles(theme => ({
  strip: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(0.5, 3),
  },
  title: {
    margin: 0,
    fontSize: 20,
    lineHeight: '28px',
    fontWeight: 600,
    color: theme.palette.text.primary,
    overflowWrap: 'anywhere',
  },
  actions: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
}));

/** What the scorecard is, whose, in which version, and the ways on from it. */
export function DetailHeader(props: { detail: ScorecardDetail }) {
  const { detail } = props;
  const { scorecard, publishedBy, note } = detail;
  const { t } = useTranslationRef(scorecardsDetailTranslationRef);
  const { t: words } = useTranslationRef(scorecardsTranslationRef);
  const facts = useFactStyles();
  const formats = useFormats();
  const classes = useStyles();
  const paths = useScorecardPaths();
  // It stands on the page itself, which is not as light as a panel.
  const quiet = { color: useOpmodelPalette().quiet };
  return (
    <header>
      <div className={classes.strip}>
        <h2 className={classes.title}>{scorecard.title}</h2>
        {paths && <DetailActions detail={detail} paths={paths} />}
      </div>
      {scorecard.description && (
        <p className={facts.text}>{scorecard.description}</p>
      )}
      <FactLine>
        <span>
          {t('owner', {
            owner: (
              <OwnerName
                entityRef={scorecard.ownerRef}
                title={scorecard.ownerTitle}
              />
            ),
          })}
        </span>
        <span>
          {t('version', {
            version: String(scorecard.version),
            when: formats.relative(scorecard.publishedAt),
          })}
          {publishedBy !== null && (
            <>
              {' '}
              {t('publishedBy', {
                who: <EntityRefLink entityRef={publishedBy} />,
              })}
            </>
          )}
        </span>
        <span>{words(`origin.${scorecard.origin}`)}</span>
        <span>
          {t('scheme', { scheme: words(`scheme.${scorecard.scheme}`) })}
        </span>
        {!scorecard.countsToOverall && <NoteChip>{t('aside')}</NoteChip>}
      </FactLine>
      {note && (
        <p className={facts.quiet} style={quiet}>
          {t('note', { note })}
        </p>
      )}
      {paths && (
        <FactLine>
          <Link
            to={selectionLink(paths.entities, { scorecard: scorecard.ref })}
          >
            {t('actions.entities')}
          </Link>
          <Link to={selectionLink(paths.heatMap, { scorecard: scorecard.ref })}>
            {t('actions.heatMap')}
          </Link>
          <Link to={selectionLink(paths.trends, { scorecard: scorecard.ref })}>
            {t('actions.trends')}
          </Link>
          <Link to={selectionLink(paths.changes, { scorecard: scorecard.ref })}>
            {t('actions.changes')}
          </Link>
          <Link
            to={selectionLink(paths.campaigns, { scorecard: scorecard.ref })}
          >
            {t('actions.campaigns')}
          </Link>
        </FactLine>
      )}
      {scorecard.origin === 'catalog' && detail.mayCopy && (
        <p className={facts.quiet} style={quiet}>
          {t('readOnly')}
        </p>
      )}
    </header>
  );
}

function DetailActions(props: {
  detail: ScorecardDetail;
  paths: ScorecardPaths;
}) {
  const { detail, paths } = props;
  const { scorecard, draftId, mayEdit, mayCopy } = detail;
  const { t } = useTranslationRef(scorecardsDetailTranslationRef);
  const classes = useStyles();
  const navigate = useNavigate();
  const [isRetiring, setRetiring] = useState(false);
  return (
    <div className={classes.actions}>
      {mayEdit && (
        <ActionButton
          variant="outlined"
          onClick={() =>
            navigate(
              draftId === null
                ? paths.newDraft({ edit: scorecard.ref })
                : paths.draft(draftId),
            )
          }
        >
          {draftId === null ? t('actions.edit') : t('actions.draft')}
        </ActionButton>
      )}
      {mayCopy && (
        <ActionButton
          variant="outlined"
          onClick={() => navigate(paths.newDraft({ copyOf: scorecard.ref }))}
        >
          {t('actions.copy')}
        </ActionButton>
      )}
      {mayEdit && (
        <ActionButton onClick={() => setRetiring(true)}>
          {t('actions.retire')}
        </ActionButton>
      )}
      <Suspense fallback={null}>
        {isRetiring && (
          <RetireDialog
            scorecardRef={scorecard.ref}
            title={scorecard.title}
            onClose={() => setRetiring(false)}
            onRetired={() => navigate(paths.root)}
          />
        )}
      </Suspense>
    </div>
  );
}
