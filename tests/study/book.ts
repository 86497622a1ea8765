/** A small codebook for studies that need one. */
export const BOOK = `title: Bogen
language: da
roles:
  chef: { article: en, plural: chefer, definite: cheferne, aliases: ["*chef"] }
  leder: { article: en, plural: ledere, definite: lederne, aliases: ["*leder"] }
themes:
  - { id: tid, label: Tid, terms: [tid], themes: [{ id: travlhed, label: Travlhed, terms: [travl] }] }
  - { id: styring, label: Styring, terms: [styring] }
`;
