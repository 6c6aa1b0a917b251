import type { Random } from './seeded.ts';
import type { Currency } from './types.ts';

type Region = {
  currencies: readonly Currency[];
  /** {name} stands for a family or place name of the region. */
  patterns: readonly string[];
  names: readonly string[];
};

const REGIONS: readonly Region[] = [
  {
    currencies: ['EUR'],
    names: [
      'Ahrensfeld',
      'Brandtner',
      'Köhlerweg',
      'Lindenau',
      'Mühlbach',
      'Oberhauser',
      'Riedel',
      'Schönwald',
    ],
    patterns: [
      '{name} Maschinenbau GmbH & Co. KG',
      '{name} Steuerberatung PartG mbB',
      'Bäckerei {name} GmbH',
      '{name} Gesellschaft für kommunale Abfallwirtschaft mbH',
      'Klinikum {name} gGmbH',
    ],
  },
  {
    currencies: ['EUR'],
    names: [
      'Beaulieu',
      'Carpentier',
      'Delaunay',
      'Fougères',
      'Marchand',
      'Rochebrune',
      'Sauvage',
      'Thévenot',
    ],
    patterns: [
      '{name} Conseil SAS',
      'Établissements {name} et Fils',
      'Coopérative agricole de {name}',
      'Pharmacie {name} SELARL',
      'Société de transports internationaux {name} SA',
    ],
  },
  {
    currencies: ['GBP'],
    names: ['Ashdown', 'Birchall', 'Cotswold', 'Fenwick', 'Hartley', 'Marlow', 'Penrith', 'Wetherby'],
    patterns: [
      '{name} Building Society',
      '{name} & Sons Brewery Ltd',
      '{name} Veterinary Partners LLP',
      '{name} Academy Trust',
      '{name} Offshore Engineering plc',
    ],
  },
  {
    currencies: ['SEK'],
    names: ['Bergström', 'Dalarö', 'Ekholm', 'Granqvist', 'Hallsta', 'Norrvik', 'Sandviken', 'Västerö'],
    patterns: [
      '{name} Bygg AB',
      '{name} Skogsägarförening',
      '{name} Redovisning AB',
      '{name} Energi & Miljö AB',
    ],
  },
  {
    currencies: ['EUR'],
    names: ['Belmonte', 'Castellani', 'Ferraro', 'Montanari', 'Olivares', 'Quintana', 'Ribeira', 'Valdés'],
    patterns: [
      '{name} Arredamenti S.p.A.',
      'Cantina {name} Società Agricola',
      'Hoteles {name} S.L.',
      'Clínica {name} S.A.',
      'Laboratorios Farmacéuticos {name} y Asociados S.A.',
    ],
  },
  {
    currencies: ['USD', 'EUR'],
    names: [
      'Bluewater',
      'Cedar Ridge',
      'Granite Peak',
      'Harborview',
      'Northgate',
      'Redwood',
      'Summit',
      'Tallgrass',
    ],
    patterns: [
      '{name} Biosciences, Inc.',
      '{name} Credit Union',
      '{name} Regional Hospital and Community Health Foundation',
      '{name} Outdoor Co.',
      '{name} Semiconductor Corp.',
    ],
  },
  {
    currencies: ['EUR'],
    names: [
      'Jaworski',
      'Kowalczyk',
      'Lewandowski',
      'Nowak',
      'Piotrowski',
      'Sokołowski',
      'Wójcik',
      'Zieliński',
    ],
    patterns: ['{name} Logistyka Sp. z o.o.', 'Grupa {name} S.A.', 'Zakłady Mięsne {name} Sp. k.'],
  },
  {
    currencies: ['EUR'],
    names: ['Čermák', 'Dvořák', 'Havlíček', 'Kučera', 'Novotný', 'Procházka', 'Sedláček', 'Vrba'],
    patterns: ['{name} a synové s.r.o.', 'Strojírny {name} a.s.', 'Nakladatelství {name} s.r.o.'],
  },
];

export type Company = { displayName: string; domain: string; currency: Currency };

const TRIES = 12;

/** A believable company. Where single names run out, two families join; where those run out, a number does. */
export function drawCompany(random: Random, taken: Set<string>): Company {
  for (let tried = 0; ; tried++) {
    const region = random.pick(REGIONS);
    const name = random.pick(region.names);
    const double = tried < TRIES ? name : `${name}-${random.pick(region.names)}`;
    const plain = random.pick(region.patterns).replace('{name}', double);
    const displayName = tried < 2 * TRIES ? plain : `${plain} (${taken.size})`;
    if (taken.has(displayName)) continue;
    taken.add(displayName);
    return {
      displayName,
      domain: `${domainOf(displayName)}.example`,
      currency: random.pick(region.currencies),
    };
  }
}

const domainOf = (displayName: string): string =>
  displayName
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 48);

const WORKLOADS = [
  'Production',
  'Development',
  'Data platform',
  'Virtual desktop',
  'Backup',
  'Integration',
  'SAP',
];

export const drawWorkloads = (random: Random, count: number): string[] => {
  const from = random.whole(0, WORKLOADS.length - 1);
  return Array.from({ length: count }, (_, index) => {
    const name = WORKLOADS[(from + index) % WORKLOADS.length] ?? 'Azure';
    return index < WORKLOADS.length ? name : `${name} ${Math.floor(index / WORKLOADS.length) + 1}`;
  });
};
