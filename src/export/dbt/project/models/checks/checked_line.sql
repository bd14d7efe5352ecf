-- What the rules are tested on. Nothing is built on it, so that a finding stops no model.
{{ config(materialized='view') }}
select * from {{ ref('stg_line') }}
