import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type {
  OwnershipLadder,
  OwnershipReport,
  OwnershipSummary,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  NO_VALUE,
  Sparkline,
  StateChip,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { ownershipTranslationRef } from '../../translation';
import { stateOfGap } from '../../words/ownershipStates';
import { useOwnershipWords } from '../../words/useOwnershipWords';
import { ContactValue, OwnerName } from '../facts';

const useStyles = makeStyles(theme => ({
  body: { display: 'grid', gap: theme.spacing(1) },
  number: {
    fontSize: 26,
    lineHeight: '36px',
    fontWeight: 600,
    letterSpacing: '-0.01em',
    fontVariantNumeric: 'tabular-nums',
    color: theme.palette.text.primary,
  },
  text: {
    fontSize: 13,
    lineHeight: '20px',
    color: theme.palette.text.secondary,
    overflowWrap: 'anywhere',
  },
  chips: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0.5) },
}));

/** What the card says: of an entity its ladder and owner, of a group the coverage of what it owns. */
export function OwnershipBrief(props: { report: OwnershipReport }) {
  const { ladder, rollUp } = props.report;
  const { t } = useTranslationRef(ownershipTranslationRef);
  const classes = useStyles();
  return (
    <div className={classes.body}>
      {ladder && <LadderBrief ladder={ladder} />}
      {ladder && <OwnerBrief report={props.report} />}
      {!ladder && rollUp && <CoverageBrief summary={rollUp} />}
      {!ladder && !rollUp && (
        <div className={classes.text}>{t('card.nothingToOwn')}</div>
      )}
    </div>
  );
}

function LadderBrief(props: { ladder: OwnershipLadder }) {
  const { reached, rungs, gaps } = props.ladder;
  const { t } = useTranslationRef(ownershipTranslationRef);
  const classes = useStyles();
  const words = useOwnershipWords();
  return (
    <>
      <div>
        <div className={classes.number} aria-hidden="true">
          {reached} / {rungs.length}
        </div>
        <div className={classes.text}>
          {t('card.reached', {
            reached: String(reached),
            rungs: String(rungs.length),
          })}
        </div>
      </div>
      <div className={classes.chips}>
        {gaps.length === 0 ? (
          <StateChip state="good" label={t('card.noGap')} />
        ) : (
          gaps.map(gap => (
            <StateChip
              key={gap}
              state={stateOfGap(gap)}
              label={words.gap[gap]}
            />
          ))
        )}
      </div>
    </>
  );
}

function OwnerBrief(props: { report: OwnershipReport }) {
  const { owners, contacts } = props.report;
  const { t } = useTranslationRef(ownershipTranslationRef);
  const classes = useStyles();
  const owner = owners.find(({ primary }) => primary) ?? owners[0];
  return (
    <>
      <div className={classes.text}>
        {t('card.owner')}:{' '}
        <OwnerName
          entityRef={owner?.ref ?? null}
          title={owner?.title}
          exists={owner?.exists}
        />
      </div>
      <div className={classes.text}>
        {t('card.contact')}:{' '}
        {contacts.length === 0 ? (
          t('card.noContact')
        ) : (
          <ContactValue contact={contacts[0]} />
        )}
      </div>
    </>
  );
}

function CoverageBrief(props: { summary: OwnershipSummary }) {
  const { coverage, trend } = props.summary;
  const { entities, full, share, state } = coverage;
  const { t } = useTranslationRef(ownershipTranslationRef);
  const formats = useFormats();
  const classes = useStyles();
  const text = t('card.covered', {
    full: formats.count(full),
    entities: formats.count(entities),
  });
  return (
    <>
      <div className={classes.number}>
        {share === null ? NO_VALUE : formats.share(share)}{' '}
        {state !== 'ok' && (
          <StateChip
            state={state}
            count={state === 'thin' ? entities : undefined}
          />
        )}
      </div>
      <Sparkline
        fluid
        width={300}
        height={40}
        series="coverage"
        label={text}
        values={trend.map(point => point.share)}
      />
      <div className={classes.text}>
        {entities === 0 ? t('card.nothingToOwn') : text}
      </div>
    </>
  );
}
