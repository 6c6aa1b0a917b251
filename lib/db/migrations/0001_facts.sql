ALTER TABLE "authorizations" ADD COLUMN "maximum_activation" text;--> statement-breakpoint
ALTER TABLE "authorizations" ADD COLUMN "multi_factor" boolean;--> statement-breakpoint
ALTER TABLE "authorizations" ADD COLUMN "approver_ids" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "billed_customers" ADD COLUMN "billing_profile_name" text;--> statement-breakpoint
ALTER TABLE "billed_customers" ADD COLUMN "resellers" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "daily_costs" ADD COLUMN "credit" numeric;--> statement-breakpoint
ALTER TABLE "identities" ADD COLUMN "app_id" text;--> statement-breakpoint
ALTER TABLE "identities" ADD COLUMN "home_user_name" text;--> statement-breakpoint
ALTER TABLE "monthly_costs" ADD COLUMN "credit" numeric;--> statement-breakpoint
ALTER TABLE "daily_costs" DROP COLUMN "credited";