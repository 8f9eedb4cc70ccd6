import {
  Hint,
  useOpmodelPalette,
} from '@opmodel/backstage-plugin-opmodel-react';
import { usePriceWords, type AnyPrice } from './usePriceWords';

/** A price with its arithmetic on hover and focus, or that it is not scored and what is missing. */
export function PriceNote(props: { price: AnyPrice }) {
  const { price } = props;
  const words = usePriceWords();
  const palette = useOpmodelPalette();
  const text = words.price(price);
  if (price.state === 'scored') {
    return <Hint title={price.formula}>{text}</Hint>;
  }
  const lack = words.lack(price);
  return (
    <span style={{ color: palette.quiet }}>
      {lack === null ? text : <Hint title={lack}>{text}</Hint>}
    </span>
  );
}
