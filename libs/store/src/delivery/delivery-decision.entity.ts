import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';

/** What a person decided about a delivery, and why; append-only. */
@Entity({ name: 'delivery_decision' })
@Index('delivery_decision_delivery_ix', ['schoolId', 'deliveryId'])
@Check('delivery_decision_known', "decision in ('arrived', 'again')")
@ForeignKey('DeliveryEntity', ['schoolId', 'deliveryId'], ['schoolId', 'id'], { name: 'delivery_decision_delivery_fk' })
@ForeignKey('PersonEntity', ['schoolId', 'byId'], ['schoolId', 'id'], { name: 'delivery_decision_by_fk' })
export class DeliveryDecisionEntity {
  @Column({ name: 'school_id', type: 'text', primary: true, primaryKeyConstraintName: 'delivery_decision_pk' })
  schoolId!: string;

  @Column({
    type: 'integer',
    primary: true,
    primaryKeyConstraintName: 'delivery_decision_pk',
    generated: 'identity',
    generatedIdentity: 'ALWAYS',
  })
  id!: number;

  @Column({ name: 'delivery_id', type: 'integer' })
  deliveryId!: number;

  @Column({ type: 'text' })
  decision!: string;

  @Column({ type: 'text' })
  reason!: string;

  @Column({ name: 'by_id', type: 'integer' })
  byId!: number;

  @Column({ type: 'timestamptz' })
  at!: Date;
}
