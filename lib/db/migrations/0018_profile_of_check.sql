ALTER TABLE "source_checks" ADD COLUMN "scope" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "source_checks" DROP CONSTRAINT "source_checks_check_tenant_id_period_pk";--> statement-breakpoint
ALTER TABLE "source_checks" ADD CONSTRAINT "source_checks_check_tenant_id_period_scope_pk" PRIMARY KEY("check","tenant_id","period","scope");
