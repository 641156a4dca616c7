-- Lists in the order of their ends.
create index mandate_of_lists_by_end on mandate (ends, number desc);
