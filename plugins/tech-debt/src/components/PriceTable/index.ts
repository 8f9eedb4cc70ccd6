export { PriceTable, type AnyPrices } from './PriceTable';
