ALTER TABLE "monthly_grouped_costs" RENAME TO "costs_by_name";--> statement-breakpoint
CREATE TABLE "monthly_grouped_costs" (
	"read_id" uuid NOT NULL,
	"period" text NOT NULL,
	"tenant_id" text NOT NULL,
	"subscription_id" text NOT NULL,
	"grouping" text NOT NULL,
	"currency" text NOT NULL,
	"cost_class" text NOT NULL,
	"names" text[] NOT NULL,
	"net" numeric[] NOT NULL,
	"net_usd" numeric[] NOT NULL,
	"credit" numeric[] NOT NULL,
	CONSTRAINT "monthly_grouped_costs_read_id_tenant_id_grouping_subscription_id_currency_cost_class_pk" PRIMARY KEY("read_id","tenant_id","grouping","subscription_id","currency","cost_class")
);
--> statement-breakpoint
INSERT INTO "monthly_grouped_costs" ("read_id", "period", "tenant_id", "subscription_id", "grouping", "currency", "cost_class", "names", "net", "net_usd", "credit")
SELECT "read_id", "period", "tenant_id", "subscription_id", "grouping", "currency", "cost_class", array_agg("name" ORDER BY "name"), array_agg("net" ORDER BY "name"), array_agg("net_usd" ORDER BY "name"), array_agg("credit" ORDER BY "name")
FROM "costs_by_name" GROUP BY "read_id", "period", "tenant_id", "subscription_id", "grouping", "currency", "cost_class";--> statement-breakpoint
DROP TABLE "costs_by_name";
