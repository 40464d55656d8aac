/** What recording one variant on one kernel came to. */
export interface Said {
  kind: 'recorded' | 'wrong';
  text: string;
}
