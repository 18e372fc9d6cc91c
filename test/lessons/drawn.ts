/** What a figure that a lesson describes is drawn from; throws what the lesson says where there is none. */
export function drawn<Data>(figure: {data?: Data; empty?: string}): NonNullable<Data> {
  if (!figure.data) throw new Error(figure.empty);
  return figure.data;
}
