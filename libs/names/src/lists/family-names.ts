/** Family names that are nobody's given name: before or after the others they are the same name. */
export const FAMILY_NAMES = new Set(
  `siregar hutabarat simanjuntak nasution lubis harahap sitompul simatupang situmorang sihombing sinaga manurung panjaitan
   tobing lumbantobing marpaung pangaribuan hutapea hutagalung nainggolan sihotang silalahi purba saragih damanik ginting tarigan
   sembiring sitepu barus simbolon sirait rajagukguk napitupulu siahaan aritonang pasaribu hasibuan batubara daulay ritonga dalimunthe
   lumbangaol lumbantoruan tampubolon gultom samosir pardede butarbutar sidabutar sitorus manullang sianturi pakpahan
   wowor mandagi tumbelaka rumengan pangemanan sondakh lasut kaunang rumambi waworuntu pattiasina latuconsina pattinama tuhumury
   tan lim liem oei kwee thio tjia njoo zhang wang nguyen huynh tran orban horvath tanaka suzuki yamamoto watanabe takahashi nakamura kobayashi
   johnson smith williams brown jones garcia rodriguez hernandez gonzalez martinez muller schmidt schneider ivanov petrov`
    .trim()
    .split(/\s+/),
);

/** Particles that offices write or leave out: `Assad`, `al-Assad`. */
export const PARTICLES = new Set('al el de da do dos das del van von der den boru br'.split(' '));
export const SON_OF = new Set(['bin', 'ibn', 'ben']);
export const DAUGHTER_OF = new Set(['binti', 'binte', 'bint', 'bte', 'bt']);
