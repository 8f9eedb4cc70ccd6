import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { alpha, makeStyles } from '@material-ui/core/styles';
import type { DebtPlace } from '@opmodel/backstage-plugin-opmodel-common';
import {
  useFactStyles,
  useFormats,
  useMeasuredWidth,
  useOpmodelPalette,
} from '@opmodel/backstage-plugin-opmodel-react';
import { usePriceWords } from '../../facts';
import type { DebtArea, DebtPlaceKind } from '../../hooks/usePlacesParams';
import { techDebtPlacesTranslationRef } from '../../translations/places';
import { squarify } from './squarify';

const HEIGHT = 360;
/** An area below this has no room for words; the table names it. Pixels. */
const NAMED = { width: 72, height: 48 };
const GROUND = 0.22;

const useStyles = makeStyles(theme => ({
  map: { position: 'relative', height: HEIGHT, width: '100%' },
  area: {
    position: 'absolute',
    overflow: 'hidden',
    padding: theme.spacing(0.5, 0.75),
    fontSize: 12,
    lineHeight: '16px',
    color: theme.palette.text.primary,
    border: `2px solid ${theme.palette.background.paper}`,
    borderRadius: 6,
  },
  name: { fontWeight: 600, overflowWrap: 'anywhere', hyphens: 'auto' },
}));

/** Places as areas: the larger, the more is owed. All of one colour: what an area stands for is its size, and its name is in it or in the table. */
export function DebtTreemap(props: {
  places: readonly DebtPlace[];
  by: DebtPlaceKind;
  area: DebtArea;
  /** What it shows, in a sentence. */
  caption: string;
}) {
  const { places, by, area, caption } = props;
  const { t } = useTranslationRef(techDebtPlacesTranslationRef);
  const classes = useStyles();
  const facts = useFactStyles();
  const formats = useFormats();
  const palette = useOpmodelPalette();
  const prices = usePriceWords();
  const [measure, width] = useMeasuredWidth();
  const sizeOf = (place: DebtPlace) => place[area] ?? 0;
  const sorted = [...places].sort((one, other) => sizeOf(other) - sizeOf(one));
  const placed = squarify(sorted, sizeOf, Math.max(width, 1) / HEIGHT);
  const amountOf = (place: DebtPlace) =>
    area === 'items'
      ? formats.count(place.items)
      : prices.amount(place.principalDays ?? 0, 'person_days');
  if (placed.length === 0) {
    return <p className={facts.quiet}>{t('places.noneEstimated')}</p>;
  }
  return (
    <div ref={measure} className={classes.map} role="img" aria-label={caption}>
      {placed.map(({ part, x, y, width: share, height }) => {
        const name = part.title ?? part.ref ?? t(`places.nothing.${by}`);
        const hasRoom =
          share * width >= NAMED.width && height * HEIGHT >= NAMED.height;
        return (
          <div
            key={part.ref ?? ''}
            className={classes.area}
            title={`${name}: ${amountOf(part)}`}
            style={{
              left: `${x * 100}%`,
              top: `${y * 100}%`,
              width: `${share * 100}%`,
              height: `${height * 100}%`,
              backgroundColor: alpha(palette.series.debt, GROUND),
            }}
          >
            {hasRoom && (
              <>
                <div className={classes.name}>{name}</div>
                {amountOf(part)}
              </>
            )}
          </div>
        );
      })}
    </div>
  );
}
