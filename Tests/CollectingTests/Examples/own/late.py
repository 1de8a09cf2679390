WORD = "and a module imported late"
