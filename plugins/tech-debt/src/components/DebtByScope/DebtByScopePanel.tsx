import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type { DebtPlaces } from '@opmodel/backstage-plugin-opmodel-common';
import {
  Panel,
  PanelSkeleton,
  QueryView,
  SegmentedButtons,
  useFactStyles,
  useSectionStyles,
  type QueryState,
} from '@opmodel/backstage-plugin-opmodel-react';
import type { DebtArea, DebtPlaceKind } from '../../hooks/usePlacesParams';
import { debtAreas, debtPlaceKinds } from '../../hooks/usePlacesParams';
import { techDebtPlacesTranslationRef } from '../../translations/places';
import { DebtTreemap } from './DebtTreemap';
import { PlacesTable } from './PlacesTable';

const SKELETON_HEIGHT = 360;

const useStyles = makeStyles(theme => ({
  controls: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
}));

/** Props of {@link DebtByScopePanel}. */
export interface DebtByScopePanelProps {
  /** What is owed today, by system, domain or owner. */
  places: QueryState<DebtPlaces>;
  by: DebtPlaceKind;
  area: DebtArea;
  onChange: (change: { by?: DebtPlaceKind; area?: DebtArea }) => void;
}

/** Where debt lies, as areas and as a table. */
export function DebtByScopePanel(props: DebtByScopePanelProps) {
  const { places, by, area, onChange } = props;
  const { t } = useTranslationRef(techDebtPlacesTranslationRef);
  const classes = useStyles();
  return (
    <Panel
      title={t('places.title')}
      actions={
        <span className={classes.controls}>
          <SegmentedButtons
            label={t('places.by')}
            value={by}
            options={debtPlaceKinds.map(id => ({
              id,
              label: t(`places.bys.${id}`),
            }))}
            onChange={chosen => onChange({ by: chosen })}
          />
          <SegmentedButtons
            label={t('places.area')}
            value={area}
            options={debtAreas.map(id => ({
              id,
              label: t(`places.areas.${id}`),
            }))}
            onChange={chosen => onChange({ area: chosen })}
          />
        </span>
      }
    >
      <QueryView
        query={places}
        subject={t('places.subject')}
        skeleton={<PanelSkeleton height={SKELETON_HEIGHT} />}
      >
        {answer => <Places answer={answer} by={by} area={area} />}
      </QueryView>
    </Panel>
  );
}

function Places(props: {
  answer: DebtPlaces;
  by: DebtPlaceKind;
  area: DebtArea;
}) {
  const { answer, by, area } = props;
  const { t } = useTranslationRef(techDebtPlacesTranslationRef);
  const facts = useFactStyles();
  const sections = useSectionStyles();
  const { places, omittedPlaces } = answer;
  if (places.length === 0) {
    return <p className={facts.quiet}>{t('places.none')}</p>;
  }
  const caption =
    area === 'items'
      ? t('places.captionItems')
      : t('places.captionPrincipalDays');
  return (
    <>
      <p className={facts.quiet}>
        {caption} {by !== 'owner' && t('places.notSummed')}
      </p>
      <div className={sections.halves}>
        <DebtTreemap places={places} by={by} area={area} caption={caption} />
        <PlacesTable places={places} by={by} />
      </div>
      {omittedPlaces > 0 && (
        <p className={facts.quiet}>
          {t('places.omitted', { n: String(omittedPlaces) })}
        </p>
      )}
    </>
  );
}
